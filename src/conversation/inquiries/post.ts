import type { Directory } from '../../directory/directory.ts';
import type { Guidance } from '../../guidelines/guidance.ts';
import type { InquiryEvent } from '../../inquiries/events.ts';
import { followUps } from '../../inquiries/follow-ups.ts';
import type { InquiryLedgers, Kept } from '../../inquiries/ports.ts';
import { toJson } from '../reply.ts';
import { personAddress, unitAddress } from '../sign-off/post.ts';
import type { InquiryNotices } from './ports.ts';

/** What posting needs beside the inquiry. */
export interface Posting {
  readonly ledgers: InquiryLedgers;
  readonly directory: Directory;
  readonly notices: InquiryNotices;
  readonly now: Date;
}

/** Says in the thread of the inquiry that what was published from it ended, where the inquiry is still kept. */
export async function tellRevoked(
  { reference, inquiry, revoked }: Guidance,
  { ledgers, directory, notices, now: at }: Posting,
): Promise<void> {
  const kept = await ledgers.inquiries.find(inquiry);
  const desk = kept && directory.desk(kept.state.desk);
  if (!kept || !desk || !revoked) return;
  const preferences = { languageOf: ledgers.preferences.knownLanguageOf };
  const { to, language } = await unitAddress(desk, { preferences });
  await ledgers.outbox.put({
    key: `${reference} revoked`,
    to,
    body: toJson(notices.revoked(reference, revoked.by, directory, language)),
    at,
    lane: `${inquiry} desk`,
    target: { key: `${inquiry} desk card`, as: 'reply' },
  });
}

/** Puts everything that follows from an event in the outbox, within its own commit. */
export async function postFollowUps(
  event: InquiryEvent,
  { state, version }: Kept,
  { ledgers, directory, notices, now: at }: Posting,
): Promise<void> {
  const preferences = { languageOf: ledgers.preferences.knownLanguageOf };
  const desk = directory.desk(state.desk);
  const { reference, asker } = state;
  const lane = `${reference} desk`;
  const opening = `${reference} desk card`;
  for (const { do: step } of followUps(event)) {
    if (step === 'tell-asker') {
      const mission = directory.mission(directory.official(asker)?.mission ?? '');
      const { to, language } = await personAddress(asker, mission ?? desk, { preferences });
      const body = toJson(notices.answer(event, state, directory, language));
      await ledgers.outbox.put({ key: `${reference} asker v${version}`, to, body, at });
      continue;
    }
    // A desk that has left the directory has nowhere to be told.
    if (!desk) continue;
    const { to, language } = await unitAddress(desk, { preferences });
    const message =
      step === 'tell-desk'
        ? notices.threadReply(event, state, directory, language)
        : notices.deskCard(state, directory, language);
    await ledgers.outbox.put({
      to,
      body: toJson(message),
      at,
      lane,
      ...(step === 'post-card'
        ? { key: opening }
        : {
            key: `${reference} desk v${version} ${step}`,
            target: { key: opening, as: step === 'tell-desk' ? 'reply' : 'change' },
          }),
    });
  }
}
