import { readFileSync } from 'node:fs';
import { askCard } from '../../src/cards/inquiries/ask-card.ts';
import type { GuidanceBeside } from '../../src/cards/inquiries/guidance-words.ts';
import { inquiryCard } from '../../src/cards/inquiries/inquiry-card.ts';
import { inquiryListCard } from '../../src/cards/inquiries/list-card.ts';
import {
  guidanceCard,
  guidanceFormCard,
  guidanceListCard,
} from '../../src/cards/inquiries/published-cards.ts';
import { unansweredCard } from '../../src/cards/inquiries/unanswered-card.ts';
import { wordingIn } from '../../src/cards/inquiries/wording.ts';
import { createLinks } from '../../src/cards/links.ts';
import type { Card } from '../../src/cards/template.ts';
import { createDirectory } from '../../src/directory/directory.ts';
import { parseDirectory } from '../../src/directory/directory-file.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import type { Guidance } from '../../src/guidelines/guidance.ts';
import { openGuidelines } from '../../src/guidelines/open.ts';
import type { Language } from '../../src/i18n/language.ts';
import type { Inquiry, Said } from '../../src/inquiries/inquiry.ts';

const { edition } = openGuidelines(guidelinesFolder);
const file = readFileSync(new URL('../../playground/directory.yaml', import.meta.url), 'utf8');
const directory = createDirectory(parseDirectory('directory.yaml', file));
const linkTo = createLinks('https://vigil.example.org');
const [asker = '', officer = ''] = [
  directory.mission('bogota')?.head,
  directory.desk('human-rights')?.dutyOfficer,
];
const day = '2026-03-09T12:00:00.000Z';

export const inquiryWording = (language: Language) =>
  wordingIn({ directory, editions: [edition], linkTo }, language);

/** An inquiry in which everything that people wrote is this text, said so many times. */
export function inquiryOf(text: string, status: Inquiry['status'], times: number): Inquiry {
  const said: Said[] = Array.from({ length: times - 1 }, (_, index) => ({
    kind: index % 2 === 0 ? 'answer' : 'question',
    by: index % 2 === 0 ? officer : asker,
    at: day,
    text,
  }));
  return {
    reference: 'ASK-2026-0042',
    status,
    asker,
    language: 'en',
    desk: 'human-rights',
    passage: '3.8#2',
    said: [{ kind: 'question', by: asker, at: day, text }, ...said],
    published: status === 'answered' ? ['HQG-2026-0007'] : [],
  };
}

/** Guidance of which every word is this text, in the other language than English readers’. */
export function guidanceOf(text: string, more: Partial<Guidance> = {}): Guidance {
  return {
    reference: 'HQG-2026-0007',
    language: 'fr',
    text,
    phrasings: [text, text],
    place: { edition: 'en', section: '3.8' },
    inquiry: 'ASK-2026-0042',
    desk: 'human-rights',
    by: officer,
    at: day,
    ...more,
  };
}

export const besideOf = (text: string): GuidanceBeside => ({ guidance: guidanceOf(text), desk: 'desk' });

/** For each template about inquiries, cards in which everything that a person can write is this text. */
export const inquiryCards: Record<string, (text: string, language: Language) => Card[]> = {
  'inquiry-form': (text, language) => {
    const content = { form: '3f1a2b4c-5d6e-4f70-8192-a3b4c5d6e7f8', desk: 'human-rights', passage: '3.8#2' };
    const wording = inquiryWording(language);
    return [askCard({ ...content, question: text }, wording)];
  },
  inquiry: (text, language) =>
    (['open', 'answered', 'withdrawn'] as const).flatMap(status =>
      (['desk', 'asker'] as const).map(side =>
        inquiryCard(inquiryOf(text, status, 3), side, inquiryWording(language)),
      ),
    ),
  'inquiry-list': (text, language) => {
    const wording = inquiryWording(language);
    const all = (['open', 'answered', 'withdrawn'] as const).map(status => inquiryOf(text, status, 2));
    return [inquiryListCard(all, 9, '12', wording)];
  },
  'guidance-form': (text, language) =>
    [2, 4].map(times => guidanceFormCard(inquiryOf(text, 'answered', times), 'fr', inquiryWording(language))),
  guidance: (text, language) => {
    const wording = inquiryWording(language);
    const revoked = guidanceOf(text, {
      revoked: { by: officer, at: day },
      place: { edition: 'x', section: '1' },
    });
    return [guidanceCard(guidanceOf(text), true, wording), guidanceCard(revoked, true, wording)];
  },
  'guidance-list': (text, language) => [
    guidanceListCard([guidanceOf(text), guidanceOf(text)], 9, '8', inquiryWording(language)),
  ],
  unanswered: (text, language) => {
    const counts = ['topic facilities', 'section 3.8', 'section 9.9', 'none'].map((subject, index) => ({
      subject,
      language: index % 2 === 0 ? ('en' as const) : ('fr' as const),
      count: index + 1,
    }));
    const more = Array.from({ length: 15 }, (_, index) => ({
      subject: `topic ${index}`,
      language: 'en' as const,
      count: 1,
    }));
    const content = { month: '2026-02', open: 2, exampleOf: () => text };
    return [
      unansweredCard({ ...content, counts }, inquiryWording(language)),
      unansweredCard({ ...content, counts: [...more, ...counts], open: 0 }, inquiryWording(language)),
    ];
  },
};

/** Cards on which nobody has written anything. */
export const blankInquiryCards: Record<string, (language: Language) => Card[]> = {
  'inquiry-form': language => {
    const content = { form: '3f1a2b4c-5d6e-4f70-8192-a3b4c5d6e7f8', desk: 'human-rights', question: '' };
    return [askCard(content, inquiryWording(language))];
  },
  'inquiry-list': language => [inquiryListCard([], 0, undefined, inquiryWording(language))],
  'guidance-list': language => [guidanceListCard([], 0, '', inquiryWording(language))],
};
