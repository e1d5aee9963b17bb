import { readFileSync } from 'node:fs';
import { createLinks } from '../../src/cards/links.ts';
import { detailsCard, lastWordCard, previewCard } from '../../src/cards/sign-off/answers-card.ts';
import { begunCard } from '../../src/cards/sign-off/begun-card.ts';
import { formCard } from '../../src/cards/sign-off/form-card.ts';
import { confirmCard, kindsCard, listCard } from '../../src/cards/sign-off/other-cards.ts';
import { type Offers, onlyOpen, requestCard } from '../../src/cards/sign-off/request-card.ts';
import { shorteningForm } from '../../src/cards/sign-off/shortening-form.ts';
import { wordingFor } from '../../src/cards/sign-off/words.ts';
import type { Card } from '../../src/cards/template.ts';
import { createDirectory } from '../../src/directory/directory.ts';
import { parseDirectory } from '../../src/directory/directory-file.ts';
import { type Choice, choices, type Escalation } from '../../src/escalations/escalation.ts';
import { type Kind, questionsOf } from '../../src/escalations/policy.ts';
import { parsePolicy } from '../../src/escalations/policy-file.ts';
import { passageOf } from '../../src/guidelines/edition.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { openGuidelines } from '../../src/guidelines/open.ts';
import type { Language } from '../../src/i18n/language.ts';

const at = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { edition } = openGuidelines(guidelinesFolder);
const directory = createDirectory(parseDirectory('directory.yaml', at('playground/directory.yaml')));
const policy = parsePolicy(
  'policy.yaml',
  at('guidelines/policy.yaml'),
  id => passageOf(edition, id) !== undefined,
);
const linkTo = createLinks('https://vigil.example.org', true);

const [requester = '', officer = ''] = [directory.mission('bogota')?.head, directory.desk('consular')?.head];
const day = '2026-03-09T12:00:00.000Z';

/** Every question of a kind answered, in these words where it takes words. */
function answersTo(kind: Kind, text: string) {
  return Object.fromEntries(
    questionsOf(policy, kind).map(question => {
      if (!('options' in question))
        return [question.id, { value: question.type === 'date' ? '2026-03-10' : text }];
      const option = question.options.find(({ explain }) => explain) ?? question.options[0];
      const value = option?.id ?? '';
      return [question.id, { value: question.type === 'choices' ? [value] : value, reason: text }];
    }),
  );
}

function requestOf(kind: Kind, text: string, status: Escalation['status']): Escalation {
  const decision = (choice: Choice) => ({
    desk: 'human-rights',
    by: officer,
    right: 'officer' as const,
    choice,
    text,
    revision: 2,
    at: day,
  });
  const common = {
    reference: 'ESC-2026-0042',
    kind: kind.id,
    strength: kind.strength,
    mission: 'bogota',
    requester,
    authors: [requester],
    codeName: text,
    urgency: 'urgent' as const,
    revision: 2,
    answers: answersTo(kind, text),
    passages: kind.passages,
    seats: [
      { desk: 'human-rights', roles: ['human-rights' as const] },
      { desk: 'consular', roles: ['consular' as const] },
    ],
    threads: ['human-rights', 'consular'],
    decisions: status === 'pending' ? [] : [decision('approve-with-conditions')],
    comments: [{ by: requester, text, revision: 1, at: day }],
    sentAt: day,
    revisedAt: day,
    due: day,
  };
  if (status === 'pending') return { ...common, status };
  if (status === 'changes-asked') return { ...common, status, asked: decision('ask-for-changes') };
  return { ...common, status, closed: { by: officer, at: day } };
}

const statuses = ['pending', 'changes-asked', 'approved', 'declined', 'acknowledged', 'withdrawn'] as const;
const everything: Offers = {
  open: false,
  details: true,
  choices,
  voices: ['human-rights', 'consular'],
  revise: false,
  withdraw: true,
  comment: true,
  handing: ['human-rights', 'consular'],
  otherDesks: ['geographic'],
};
const missionOffers: Offers = {
  ...onlyOpen,
  open: false,
  details: true,
  revise: true,
  withdraw: true,
  comment: true,
};

const begunParts = ['decide', 'comment', 'reassign', 'withdraw'] as const;
const typedOf = (text: string) => ({
  choice: 'decline',
  desk: 'consular',
  text,
  commentText: text,
  from: 'human-rights',
  to: 'geographic',
  reassignText: text,
  withdrawText: text,
});

/** For each template of sign-off, cards in which everything that a person can write is this text. */
export const signOffCards: Record<string, (text: string, language: Language) => Card[]> = {
  'sign-off-request': (text, language) =>
    policy.kinds.flatMap((kind, index) => {
      // Each kind in one state, and the first in all: nine kinds in six states would only take longer.
      const states = index === 0 ? statuses : statuses.slice(index % statuses.length).slice(0, 1);
      return states.flatMap(status => {
        const wording = { ...wordingFor(policy, directory, language), edition, linkTo };
        const request = requestOf(kind, text, status);
        return [
          requestCard(request, onlyOpen, wording),
          requestCard(request, everything, wording, ['29:1', '29:2']),
          requestCard(request, missionOffers, wording),
          ...begunParts.flatMap(part =>
            [everything, onlyOpen].map(offers =>
              begunCard(request, offers, wording, {
                part,
                typed: typedOf(text),
                problem: text,
                reread: false,
              }),
            ),
          ),
        ];
      });
    }),
  'sign-off-form': (text, language) =>
    policy.kinds.flatMap(kind => {
      const content = {
        draft: '3f1a2b4c-5d6e-4f70-8192-a3b4c5d6e7f8',
        kind: kind.id,
        codeName: text,
        urgency: 'routine' as const,
        answers: answersTo(kind, text),
      };
      const answers = questionsOf(policy, kind).map(({ id }) => ({
        question: id,
        problem: 'too-long' as const,
        most: 10,
      }));
      return [
        formCard({ ...content, revises: false, answers: {} }, policy, language),
        formCard({ ...content, revises: true }, policy, language),
        formCard({ ...content, revises: false }, policy, language, { codeName: true, answers, other: text }),
      ];
    }),
  'sign-off-preview': (text, language) => {
    const wording = wordingFor(policy, directory, language);
    return [
      ...policy.kinds.flatMap(kind => {
        const content = { id: 'draft', kind: kind.id, codeName: text, urgency: 'immediate' as const };
        return [
          previewCard({ ...content, answers: answersTo(kind, text), desks: ['consular'] }, wording),
          detailsCard(requestOf(kind, text, 'approved'), wording),
        ];
      }),
      lastWordCard({ title: `${text} ${language}`, text, reference: 'ESC-2026-0042' }, language),
      lastWordCard({ title: `${text} ${language}`, text: '' }, language),
    ];
  },
  'sign-off-confirm': (text, language) =>
    policy.kinds.map(kind =>
      confirmCard(
        requestOf(kind, text, 'pending'),
        { choice: 'decline', desk: 'consular', text },
        ['kind', 'minor'],
        wordingFor(policy, directory, language),
      ),
    ),
  'sign-off-list': (text, language) => {
    const wording = wordingFor(policy, directory, language);
    const [kind] = policy.kinds;
    const rows = kind
      ? statuses.map((status, index) => ({
          request: requestOf(kind, text, status),
          overdue: index % 2 === 0,
        }))
      : [];
    return [
      listCard({ title: `${text} ${language}`, intro: text, rows: [] }, wording),
      listCard(
        { title: text, intro: text, rows, next: { list: 'search', words: text, after: 'x' } },
        wording,
      ),
    ];
  },
  'sign-off-kinds': (text, language) => [kindsCard(policy.kinds, language, text)],
};

/** The details of a request with short answers on which this was said many times over, and then a last word. */
export function muchSaidCard(text: string, times: number, language: Language): Card {
  const [kind] = policy.kinds;
  if (!kind) throw new Error('the policy has no kind');
  const said = (words: string, at: string) => ({ by: officer, text: words, revision: 2, at });
  const comments = Array.from({ length: times }, () => said(text, day));
  const last = said('Dernier mot.', '2026-03-10T12:00:00.000Z');
  const request = { ...requestOf(kind, 'Oui.', 'approved'), comments: [...comments, last] };
  return detailsCard(request, wordingFor(policy, directory, language));
}

/**
 * For each kind of request: the form asking to shorten answers as long as the form takes them, and every card of answers that
 * are just not too long, with all that can be said about them.
 */
export function longestCards(character: string, language: Language): Card[] {
  const wording = wordingFor(policy, directory, language);
  return policy.kinds.flatMap(kind => {
    const questions = questionsOf(policy, kind);
    const contentOf = (length: number) => ({
      draft: '3f1a2b4c-5d6e-4f70-8192-a3b4c5d6e7f8',
      id: 'draft',
      kind: kind.id,
      revises: false,
      codeName: 'HERON',
      urgency: 'routine' as const,
      answers: answersTo(kind, character.repeat(length)),
      desks: ['human-rights', 'consular'],
    });
    const tooLong = shorteningForm(contentOf(4_000), wording);
    if (!tooLong) throw new Error(`the longest answers of ${kind.id} have room`);
    let [fits, doesNot] = [0, 4_000];
    while (doesNot - fits > 1) {
      const middle = Math.floor((fits + doesNot) / 2);
      if (shorteningForm(contentOf(middle), wording)) doesNot = middle;
      else fits = middle;
    }
    const content = contentOf(fits);
    const answers = questions.map(({ id }) => ({ question: id, problem: 'reason-required' as const }));
    const request = { ...requestOf(kind, 'So.', 'approved'), answers: content.answers };
    return [
      tooLong,
      formCard(content, policy, language, { codeName: true, answers }),
      previewCard(content, wording),
      detailsCard(request, wording),
    ];
  });
}
