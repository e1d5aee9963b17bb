import { listCard } from '../../src/cards/hearings/list-card.ts';
import type { Card } from '../../src/cards/template.ts';
import { zones } from '../../src/hearings/court-time.ts';
import type { Hearing } from '../../src/hearings/hearing.ts';
import type { Language } from '../../src/i18n/language.ts';
import { added, given } from '../hearings/scene.ts';

/** Hearings in every state, with a text wherever people type one. */
function hearingsOf(text: string): Hearing[] {
  const hearing = { ...given(added), court: text, place: text };
  return [
    hearing,
    { ...given(added, { event: 'HearingAdjourned' }), court: text },
    { ...given(added, { event: 'HearingCancelled' }), place: '', court: '' },
  ];
}

/** For each template, the cards that Vigil makes of it about a case when people have typed a text. */
export const calendarCards: Record<string, (text: string, language: Language) => Card[]> = {
  'hearing-list': (text, language) => {
    const common = {
      title: text,
      empty: language === 'en' ? 'None.' : 'Aucune.',
      month: 'https://vigil.example.org/hearings/month?link=x',
    };
    const turn = { of: 'case', name: 'HERON', skip: 6 };
    return [
      listCard({ ...common, hearings: [], count: 0 }, language, zones),
      listCard(
        { ...common, hearings: hearingsOf(text), count: 20, previous: turn, next: turn },
        language,
        zones,
      ),
    ];
  },
};
