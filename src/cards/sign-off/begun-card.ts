import type { Escalation } from '../../escalations/escalation.ts';
import type { Card } from '../template.ts';
import {
  fillRequest,
  type Offers,
  onlyOpen,
  type RequestWording,
  requestContent,
  type Typed,
} from './request-card.ts';

/** The parts of a request's card that open to be filled in. */
export type Part = 'decide' | 'comment' | 'reassign' | 'withdraw';

/** What somebody has begun to do with a request: nobody writes it twice. */
export interface Begun {
  readonly part: Part;
  readonly typed: Typed;
  /** Why nothing has come of it; empty for who only went a step back. */
  readonly problem: string;
  /** True when they have to read the request as it is now before they do it. */
  readonly reread: boolean;
}

/**
 * The card of a request for whoever has begun to do something with it: that part alone, open, with what was written in it.
 * Where it cannot be done any more, or the request has changed, all of the card, which says what was written.
 */
export function begunCard(request: Escalation, offers: Offers, wording: RequestWording, begun: Begun): Card {
  const { part, typed, problem, reread } = begun;
  const { t } = wording;
  const alone = onlyPart(part, offers);
  if (reread || !alone) {
    const text = textOf(typed);
    const written = text === '' ? '' : t('signOff.written', { text });
    return fillRequest({
      ...requestContent(request, offers, wording),
      problem: { text: problem, written },
      typed,
    });
  }
  const content = requestContent(request, alone, wording);
  const card = fillRequest({
    ...content,
    problem: { text: problem, written: '' },
    typed,
    rows: [],
    desks: { title: '', lines: [] },
    passages: { title: '', links: [] },
    note: '',
    labels: { ...content.labels, open: t('signOff.back') },
  });
  return unfolded(card, part);
}

/** What a card offers beside one of its parts: the way back. Undefined when that part is not offered. */
function onlyPart(part: Part, offers: Offers): Offers | undefined {
  const back = { ...onlyOpen, open: true };
  switch (part) {
    case 'decide':
      return offers.choices.length > 0
        ? { ...back, choices: offers.choices, voices: offers.voices }
        : undefined;
    case 'reassign':
      return offers.otherDesks.length > 0
        ? { ...back, handing: offers.handing, otherDesks: offers.otherDesks }
        : undefined;
    case 'comment':
    case 'withdraw':
      return offers[part] ? { ...back, [part]: true } : undefined;
  }
}

function textOf({ text, commentText, reassignText, withdrawText }: Typed): string {
  return [text, commentText, reassignText, withdrawText].find(written => written) ?? '';
}

interface Fold {
  readonly id?: string;
  readonly card?: { readonly body: readonly object[]; readonly actions: readonly object[] };
}

/** A card whose part stands open: clients show those of `Action.ShowCard` closed. */
function unfolded(card: Card, part: Part): Card {
  const { body, actions } = card as Card & {
    readonly body: readonly object[];
    readonly actions: readonly Fold[];
  };
  const fold = actions.find(({ id }) => id === part)?.card;
  if (!fold) return card;
  const others = actions.filter(({ id }) => id !== part);
  return { ...card, body: [...body, ...fold.body], actions: [...fold.actions, ...others] };
}
