import { expect, test, vi } from 'vitest';
import { answerCard } from '../../src/cards/answer-card.ts';
import { askCard } from '../../src/cards/inquiries/ask-card.ts';
import { inquiryCard } from '../../src/cards/inquiries/inquiry-card.ts';
import { guidanceFormCard } from '../../src/cards/inquiries/published-cards.ts';
import { unansweredCard } from '../../src/cards/inquiries/unanswered-card.ts';
import { createLinks } from '../../src/cards/links.ts';
import { fromAnswer } from '../../src/conversation/inquiries/press-data.ts';
import { askedFromAnswer } from '../../src/conversation/sign-off/press-data.ts';
import type { Consultation } from '../../src/guidelines/consultations.ts';
import { type Edition, parseEdition } from '../../src/guidelines/edition.ts';
import { buttonsOf, partsOf, textOf } from '../support/card.ts';
import { inquiryOf, inquiryWording } from './inquiry-cards.ts';
import { signOffCards } from './sign-off-cards.ts';

// The first card of a process loads what fills templates.
vi.setConfig({ testTimeout: 30_000 });

/** Visits have moved to 3.9 here; in the English edition, which stands first, 3.9 is public statements. */
const added: Edition = parseEdition(
  {
    id: 'fr-2019',
    language: 'fr',
    label: '2019',
    publisher: 'Test',
    introduction: 'Introduction',
    ignore: [],
    missingLists: [],
  },
  'Titre\n\n3.9. Visites fictives\n\nPhrase fictive : la mission consulte avant de visiter.\n',
);
const linkTo = createLinks('https://vigil.example.org', true);
const english = inquiryWording('fr');
const wording = { ...english, linkTo, editions: [...english.editions, added] };

const consultation: Consultation = {
  kind: 'detention-visit',
  strength: 'before-action',
  desks: ['human-rights'],
  passage: '3.9#1',
  words: 'la mission consulte avant de visiter',
};

/** What the buttons under an answer from the added edition carry. */
function carriedBy(verb: string): unknown {
  const [section] = added.sections;
  const [passage] = added.passages;
  if (!section || !passage) throw new Error('the edition has no passage');
  const card = answerCard(
    {
      edition: added,
      citations: [{ passage, section }],
      consultation,
      listMissing: false,
      feedbackGiven: false,
    },
    'fr',
    linkTo,
  );
  return buttonsOf(card).find(one => one.verb === verb)?.data;
}

test('a question to Headquarters is about the section that its asker was shown, in the edition that it is of', () => {
  const { passage } = fromAnswer.parse(carriedBy('inquiry.ask'));
  const form = askCard(
    { form: '3f1a2b4c-5d6e-4f70-8192-a3b4c5d6e7f8', question: '?', passage, desk: 'human-rights' },
    wording,
  );
  expect(textOf(form)).toContain('3.9 Visites fictives');
  const { passage: _, ...inquiry } = inquiryOf('?', 'answered', 2);
  const asked = passage === undefined ? inquiry : { ...inquiry, passage };
  const card = inquiryCard(asked, 'desk', wording);
  expect(textOf(card)).toContain('3.9 Visites fictives');
  expect(JSON.stringify(card)).toContain('https://vigil.example.org/guidelines/3.9?edition=fr-2019');
  const place = partsOf(guidanceFormCard(asked, 'fr', wording)).find(({ id }) => id === 'place');
  expect(place?.value).toBe('fr-2019 3.9');
});

test('what was not answered is told under the nearest section of the edition that was asked', () => {
  const counts = ['section fr-2019 3.9', 'section 3.9'].map(
    subject => ({ subject, language: 'fr', count: 1 }) as const,
  );
  const card = unansweredCard({ month: '2026-02', counts, open: 0, exampleOf: () => undefined }, wording);
  expect(textOf(card)).toContain('3.9 Visites fictives');
  expect(textOf(card)).toContain('3.9 Making public statements');
});

test('one that was kept before passages named their edition is about the first that has the passage', () => {
  expect(textOf(inquiryCard(inquiryOf('?', 'open', 1), 'desk', wording))).toContain('3.8 Attending');
});

test('a request for sign-off is told of which edition the passage is that it is asked from', () => {
  expect(askedFromAnswer.parse(carriedBy('sign-off.ask')).passage).toBe('fr-2019 3.9#1');
});

test('what a request for sign-off cites is linked in the edition that it is of', () => {
  const urls = partsOf(signOffCards['sign-off-request']?.('HERON', 'fr')).flatMap(({ url }) =>
    typeof url === 'string' ? url : [],
  );
  expect(urls.length).toBeGreaterThan(0);
  expect(urls.filter(url => !url.includes('?edition=en'))).toEqual([]);
});
