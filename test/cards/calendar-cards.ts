import { readFileSync } from 'node:fs';
import { cancelCard } from '../../src/cards/hearings/cancel-card.ts';
import { chooseCard, readBackCard } from '../../src/cards/hearings/check-card.ts';
import { hearingFormCard } from '../../src/cards/hearings/form-card.ts';
import { importCard } from '../../src/cards/hearings/import-card.ts';
import { listCard } from '../../src/cards/hearings/list-card.ts';
import { saidCard } from '../../src/cards/hearings/said-card.ts';
import type { Card } from '../../src/cards/template.ts';
import { createDirectory } from '../../src/directory/directory.ts';
import { parseDirectory } from '../../src/directory/directory-file.ts';
import { zones } from '../../src/hearings/court-time.ts';
import type { Hearing } from '../../src/hearings/hearing.ts';
import type { Language } from '../../src/i18n/language.ts';
import { translatorFor } from '../../src/i18n/translator.ts';
import { added, details, given } from '../hearings/scene.ts';

const file = new URL('../../playground/directory.yaml', import.meta.url);
const directory = createDirectory(parseDirectory('directory.yaml', readFileSync(file, 'utf8')));
const draft = '3f1a2b4c-5d6e-4f70-8192-a3b4c5d6e7f8';

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
      intro: language === 'en' ? 'None.' : 'Aucune.',
      month: 'https://vigil.example.org/hearings/month?link=x',
    };
    const turn = { of: 'case', name: 'HERON', skip: 6 };
    return [
      listCard({ ...common, hearings: [] }, language, zones),
      listCard(
        { ...common, hearings: hearingsOf(text), intro: '', previous: turn, next: turn },
        language,
        zones,
      ),
    ];
  },
  'hearing-form': (text, language) =>
    (['add', 'edit', 'adjourn'] as const).map(does =>
      hearingFormCard(
        {
          draft,
          does,
          hearing: does === 'add' ? '' : 'HRG-2026-0042',
          values: {
            caseName: text,
            kind: 'trial',
            court: text,
            place: text,
            mission: 'bogota',
            access: 'open',
            date: '2026-03-14',
            time: '09:30',
            toBeAnnounced: false,
            judge: text,
            charges: text,
          },
          asksNotes: true,
          missions: directory.missions,
          problems: does === 'edit' ? [text] : [],
        },
        language,
      ),
    ),
  'hearing-check': (text, language) => [
    ...(['add', 'edit', 'adjourn'] as const).map(does =>
      readBackCard(
        {
          draft,
          does,
          details: { ...details, court: text, place: text },
          time: does === 'edit' ? undefined : { date: '2026-11-01', time: '01:30', zone: 'America/Toronto' },
          before: { date: '2026-03-14', time: '09:30', zone: 'America/Bogota' },
          mission: text,
          notes: { judge: text, charges: text },
        },
        language,
        zones,
      ),
    ),
    chooseCard(
      {
        draft,
        title: text,
        intro: translatorFor(language)('hearing.which'),
        label: text,
        options: [{ title: text, value: '0' }],
      },
      language,
    ),
  ],
  'hearing-said': (text, language) => [
    saidCard(text, [text, translatorFor(language)('hearing.which')], language),
  ],
  'hearing-cancel': (text, language) =>
    hearingsOf(text)
      .slice(0, 2)
      .map(hearing => cancelCard(hearing, text, language, zones)),
  'hearing-import': (text, language) => [
    importCard(
      {
        draft,
        rows: Array.from({ length: 14 }, (_each, index) => ({
          line: index + 2,
          details: { ...details, court: text, place: text },
          when: { date: '2026-03-14', time: '09:30' },
          notes: { judge: 'never shown' },
        })),
      },
      language,
      zones,
    ),
  ],
};
