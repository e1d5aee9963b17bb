import { randomUUID } from 'node:crypto';
import { lastWordCard, previewCard } from '../../cards/sign-off/answers-card.ts';
import { type FormProblems, formCard } from '../../cards/sign-off/form-card.ts';
import { kindsCard } from '../../cards/sign-off/other-cards.ts';
import { shorteningForm } from '../../cards/sign-off/shortening-form.ts';
import { readAnswers, requiredRoles } from '../../escalations/answers.ts';
import { type Kind, kindOf, type TextQuestion } from '../../escalations/policy.ts';
import { isRefusal, type Refusal } from '../../escalations/refusals.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { shorten } from '../../shared/shorten.ts';
import { answerPrivately } from '../in-own-chat.ts';
import { isPrivate, type Turn } from '../incoming.ts';
import type { OutgoingMessage, Reply } from '../reply.ts';
import {
  type Draft,
  draftAsJson,
  draftOfRevision,
  fillIn,
  openingOf,
  readDraft,
  revisionOf,
} from './draft.ts';
import { byOf, type Press, refuse, type SignOffTools, wordingOf } from './parts.ts';
import { refusalText } from './refusal-text.ts';

/** What a new form is begun with. */
export interface Beginning {
  /** Id of a kind; without one, the person is asked. */
  readonly kind?: string;
  /** The passage that the request is asked from. */
  readonly passage?: string;
  /** What the question for the request itself is filled with. */
  readonly about?: string;
}

/** The use case of asking: a form, a preview, then it is sent. What is typed is kept in a draft, encrypted. */
export function createAskSignOff(parts: SignOffTools) {
  const { signOff, policy, directory } = parts;

  /** Begins a form, in the person's own chat wherever they asked for it. */
  async function begin(turn: Turn, language: Language, beginning: Beginning): Promise<Reply> {
    const t = translatorFor(language);
    const offices = await directory();
    if (offices.missions.length === 0) return { kind: 'notice', language, text: t('signOff.noDirectory') };
    const message = await firstCard(turn, language, beginning);
    if (isRefusal(message)) return refuse(parts, message, language);
    return answerPrivately(parts.tell, turn, `sign-off-form:${randomUUID()}`, message, {
      sent: t('signOff.inYourChat'),
      unknown: t('signOff.noChatYet'),
    });
  }

  async function firstCard(
    { person }: Turn,
    language: Language,
    { kind, passage, about = '' }: Beginning,
  ): Promise<OutgoingMessage | Refusal> {
    const t = translatorFor(language);
    const offices = await directory();
    const mission = offices.official(person.id)?.mission;
    if (mission === undefined) return { refusal: 'unknown-mission' };
    const isHead = offices.servesAt(mission, person.id) === 'head';
    const known = kind === undefined ? undefined : kindOf(policy, kind);
    if (!known) {
      const kinds = policy.kinds.filter(({ sentBy }) => isHead || sentBy !== 'head');
      return { language, card: kindsCard(kinds, language, about), summary: t('signOff.kinds.title') };
    }
    if (known.sentBy === 'head' && !isHead) return { refusal: 'not-the-head-of-mission' };
    const question = requestQuestion(known);
    const draft: Draft = {
      kind: known.id,
      mission,
      codeName: '',
      urgency: 'routine',
      answers: question && about ? { [question.id]: { value: shorten(about, question.maxLength) } } : {},
      ...(passage ? { passage } : {}),
    };
    const id = randomUUID();
    await signOff.keepDraft(id, draftAsJson(draft), byOf(person));
    return { language, card: await form(id, draft, language), summary: known.title[language] };
  }

  async function form(id: string, draft: Draft, language: Language, problems?: FormProblems) {
    return (
      (await formOfTooMuch(id, draft, language)) ??
      formCard(formContent(id, draft), policy, language, problems)
    );
  }

  /** Where the answers have no room on one card: no client would show them. */
  async function formOfTooMuch(id: string, draft: Draft, language: Language) {
    return shorteningForm(formContent(id, draft), wordingOf(parts, await directory(), language));
  }

  /** The kind was chosen on the card that asks for it. */
  async function chooseKind(turn: Turn, language: Language, beginning: Beginning): Promise<Reply> {
    const first = await firstCard(turn, language, beginning);
    if (isRefusal(first)) return refuse(parts, first, language);
    return first.card ? { kind: 'card', language, card: first.card } : { kind: 'nothing' };
  }

  /** Checks what was filled in: the form again with what must be mended, or everything to be read once more. */
  async function preview(press: Press, id: string, language: Language): Promise<Reply> {
    const { person } = press;
    const kept = readDraft(await signOff.findDraft(id, byOf(person)));
    if (!kept || !kindOf(policy, kept.kind)) return refuse(parts, { refusal: 'draft-gone' }, language);
    const draft = fillIn(kept, press.data, policy);
    if (!draft) {
      return { kind: 'notice', language, text: translatorFor(language)('press.invalid') };
    }
    await signOff.keepDraft(id, draftAsJson(draft), byOf(person));
    const tooMuch = await formOfTooMuch(id, draft, language);
    if (tooMuch) return { kind: 'card', language, card: tooMuch };
    const refusal = await check(draft, press);
    const offices = await directory();
    const wording = wordingOf(parts, offices, language);
    if (refusal) {
      const problems = problemsOf(refusal, wording);
      return { kind: 'card', language, card: await form(id, draft, language, problems) };
    }
    const kind = kindOf(policy, draft.kind);
    const read = kind && readAnswers(policy, kind, draft.answers);
    const roles = kind && read && 'answers' in read ? requiredRoles(kind, read.answers) : [];
    const desks = roles.flatMap(role => offices.deskFor(role, draft.mission)?.id ?? []);
    const { codeName, urgency, answers } = draft;
    const content = { id, kind: draft.kind, codeName, urgency, answers, desks: [...new Set(desks)] };
    return { kind: 'card', language, card: previewCard(content, wording) };
  }

  function check(draft: Draft, { person }: Press): Promise<Refusal | undefined> {
    const { revises } = draft;
    return revises
      ? signOff.checkChange(revises.reference, revisionOf(draft, revises.revision), byOf(person))
      : signOff.checkOpening(openingOf(draft, policy), byOf(person));
  }

  function problemsOf(refusal: Refusal, wording: Parameters<typeof refusalText>[1]): FormProblems {
    switch (refusal.refusal) {
      case 'code-name-unusable':
        return { codeName: true, answers: [] };
      case 'answers-unusable':
        return { codeName: false, answers: refusal.problems };
      default:
        return { codeName: false, answers: [], other: refusalText(refusal, wording) };
    }
  }

  async function edit({ person }: Press, id: string, language: Language): Promise<Reply> {
    const draft = readDraft(await signOff.findDraft(id, byOf(person)));
    return draft && kindOf(policy, draft.kind)
      ? { kind: 'card', language, card: await form(id, draft, language) }
      : refuse(parts, { refusal: 'draft-gone' }, language);
  }

  async function send({ person, press }: Press, id: string, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    const by = byOf(person, press);
    const draft = readDraft(await signOff.findDraft(id, by));
    // A draft that was sent is gone: the service knows what became of it.
    if (!draft) return refuse(parts, await signOff.sentDraft(id, by), language);
    const tooMuch = kindOf(policy, draft.kind) && (await formOfTooMuch(id, draft, language));
    if (tooMuch) return { kind: 'card', language, card: tooMuch };
    const outcome = await sendDraft(draft, id, by);
    if (isRefusal(outcome)) return notSent(outcome, id, draft, language);
    const { reference } = outcome.state;
    const title = t('signOff.sent.title', { reference });
    const text = t('signOff.sent.text', { reference });
    return { kind: 'card', language, card: lastWordCard({ title, text, reference }, language) };
  }

  /** What was typed is kept: the form says what has come in its way. */
  async function notSent(refusal: Refusal, id: string, draft: Draft, language: Language): Promise<Reply> {
    const isOver = ['already-sent', 'draft-gone', 'repeated-delivery', 'guest'].includes(refusal.refusal);
    if (isOver || !kindOf(policy, draft.kind)) return refuse(parts, refusal, language);
    const problems = problemsOf(refusal, wordingOf(parts, await directory(), language));
    return { kind: 'card', language, card: await form(id, draft, language, problems) };
  }

  async function sendDraft(draft: Draft, id: string, by: ReturnType<typeof byOf>) {
    const { revises } = draft;
    if (!revises) return signOff.open(openingOf(draft, policy), id, by);
    const outcome = await signOff.change(revises.reference, revisionOf(draft, revises.revision), by);
    if (!isRefusal(outcome)) await signOff.dropDraft(id, by);
    return outcome;
  }

  async function discard({ person }: Press, id: string, language: Language): Promise<Reply> {
    await signOff.dropDraft(id, byOf(person));
    const title = translatorFor(language)('signOff.form.discarded');
    return { kind: 'card', language, card: lastWordCard({ title, text: '' }, language) };
  }

  /** Opens the form of the next revision, filled with what the request says now. */
  async function revise(press: Press, reference: string, language: Language): Promise<Reply> {
    const { person } = press;
    const kept = await signOff.read(reference, byOf(person));
    if (isRefusal(kept)) return refuse(parts, kept, language);
    const draft = draftOfRevision(kept.state);
    const refusal = await check(draft, press);
    // The same once more is refused when it is sent; here it is the form that is to be changed.
    if (refusal && refusal.refusal !== 'nothing-revised') return refuse(parts, refusal, language);
    const id = randomUUID();
    await signOff.keepDraft(id, draftAsJson(draft), byOf(person));
    const card = await form(id, draft, language);
    if (isPrivate(press)) return { kind: 'card', language, card };
    const t = translatorFor(language);
    return answerPrivately(
      parts.tell,
      press,
      `sign-off-form:${id}`,
      { language, card, summary: t('signOff.revise') },
      { sent: t('signOff.inYourChat'), unknown: t('signOff.noChatYet') },
    );
  }

  return { begin, chooseKind, preview, edit, send, discard, revise };
}
export type AskSignOff = ReturnType<typeof createAskSignOff>;

function formContent(draft: string, { kind, revises, codeName, urgency, answers }: Draft) {
  return { draft, kind, revises: revises !== undefined, codeName, urgency, answers };
}

/** Where a kind asks what is wanted, in one's own words: by its id, else the first question that takes a text. */
function requestQuestion({ questions }: Kind): TextQuestion | undefined {
  const texts = questions.filter(question => question.type === 'text');
  return texts.find(({ id }) => id === 'request') ?? texts[0];
}
