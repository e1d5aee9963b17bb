import type { InquiryAsked, InquiryChanged, InquiryEvent } from './events.ts';
import type { Inquiry, Said } from './inquiry.ts';

/**
 * What an inquiry is after an event. Every state can be made again from the events alone.
 *
 * @throws Error for an event that cannot follow: a fault of ours
 */
export function evolve(state: Inquiry | undefined, event: InquiryEvent): Inquiry {
  if (event.type === 'InquiryAsked') {
    if (state) throw new Error(`${state.reference} was asked before`);
    return begin(event);
  }
  if (!state || state.status === 'withdrawn') throw new Error(`${event.type} does not follow here`);
  return change(state, event);
}

function begin({ type: _, by, at, text, ...asked }: InquiryAsked): Inquiry {
  return { ...asked, status: 'open', asker: by, said: [{ kind: 'question', by, at, text }], published: [] };
}

function change(state: Inquiry, event: InquiryChanged): Inquiry {
  const saying = (kind: Said['kind'], text: string): Inquiry['said'] => {
    return [...state.said, { kind, by: event.by, at: event.at, text }];
  };
  switch (event.type) {
    case 'InquiryAnswered':
      return { ...state, status: 'answered', said: saying('answer', event.text) };
    case 'InquiryContinued':
      return { ...state, status: 'open', said: saying('question', event.text) };
    case 'InquiryWithdrawn':
      return { ...state, status: 'withdrawn' };
    case 'AnswerPublished':
      return { ...state, published: [...state.published, event.guidance] };
  }
}
