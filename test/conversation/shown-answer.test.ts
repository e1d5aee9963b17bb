import { expect, test, vi } from 'vitest';
import { answerCard } from '../../src/cards/answer-card.ts';
import { createLinks } from '../../src/cards/links.ts';
import { readShownAnswer } from '../../src/conversation/shown-answer.ts';
import { parseConsultations } from '../../src/guidelines/consultations.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { loadEditions } from '../../src/guidelines/load.ts';
import type { OpenEdition } from '../../src/guidelines/open.ts';
import { buttonsOf } from '../support/card.ts';
import { citeFrom } from '../support/cite.ts';

// The first card of a process loads what fills templates.
vi.setConfig({ testTimeout: 30_000 });

const [edition] = loadEditions(guidelinesFolder);
if (!edition) throw new Error('no edition');

const cite = (id: string) => citeFrom(edition, id);

/** As a ministry may write it: what is asked stands in another passage than what it is asked for, and two things in one. */
const consultations = parseConsultations(
  'consultations.yaml',
  `
- kind: public-intervention
  strength: before-decision
  desks: [human-rights]
  passage: '3.9#4'
  words: Specialists at Headquarters should be consulted before a decision
  applies: ['3.9#1']
- kind: detention-visit
  strength: before-action
  desks: [human-rights]
  passage: '3.9#4'
  words: Specialists at Headquarters should be consulted before a decision
  applies: ['3.9#2', '3.9#4']
`,
  edition,
);
const inUse = [{ edition, consultations } as OpenEdition];
const noGuidance = { named: async () => undefined };

test.each(['3.9#1', '3.9#2'])('a card shown again keeps the consultation that %s calls for', async id => {
  const consultation = consultations.of(id);
  const card = answerCard(
    { edition, citations: [cite(id)], consultation, listMissing: false, feedbackGiven: false },
    'en',
    createLinks('https://vigil.example'),
  );
  const thumb = buttonsOf(card).find(({ verb }) => verb === 'feedback');
  const shown = await readShownAnswer(thumb?.data, { inUse }, noGuidance);
  expect(shown?.content.citations).toEqual([cite(id)]);
  expect(shown?.content.consultation?.kind).toBe(consultation?.kind);
  expect(consultation).toBeDefined();
});
