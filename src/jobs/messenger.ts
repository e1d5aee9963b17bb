import type { Json } from '../record/canonical-json.ts';

/** Where a message goes: a key of the conversation references, so that a moved conversation is found when sending. */
export interface Destination {
  readonly kind: 'person' | 'channel' | 'thread' | 'groupChat';
  readonly id: string;
}

/** A message as the outbox gives it to the messenger. */
export interface OutboxMessage {
  /** Unique for ever: what this message is, such as `reminder:<hearing>:<offset>:<channel>`. */
  readonly key: string;
  readonly to: Destination;
  /** What the messenger is to say or change; its own business, checked by it. */
  readonly body: Json;
  /** 1 for the first try. */
  readonly attempt: number;
  /**
   * True when an earlier try ended without an answer (a crash, a reset, the deadline): it may have been delivered. The
   * messenger then changes that message where it can find it, or says that this one may be a repetition.
   */
  readonly mayBeRepeated: boolean;
  /** Present when this message answers an earlier one in its thread, or takes its place. */
  readonly target?: Target;
}

/** An earlier message that another one is about. */
export interface Target {
  readonly as: 'reply' | 'change';
  /** Where it stands; absent when it was never delivered. */
  readonly posted?: Posting;
}

/** Where Teams has put a message. */
export interface Posting {
  readonly activityId: string;
  readonly conversationId: string;
}

/** Sends one message to Teams. */
export interface Messenger {
  /**
   * @param isInTime asked last, right before the message leaves: after a pause of the whole process another bot may have
   *   sent it, and what came after it
   * @throws SendError; any other error counts as no answer
   */
  send(message: OutboxMessage, signal: AbortSignal, isInTime: () => boolean): Promise<Posting>;
}

/** What came back instead of an acceptance. */
export class SendError extends Error {
  override readonly name = 'SendError';
  /** The HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** Milliseconds, from a Retry-After header. */
  readonly retryAfter: number | undefined;
  /** @param message for the operator's list: nothing that people wrote */
  constructor(
    message: string,
    answer: { readonly status?: number; readonly retryAfter?: number } = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.status = answer.status;
    this.retryAfter = answer.retryAfter;
  }
}
