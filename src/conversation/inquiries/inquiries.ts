import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import type { Turn } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import { createAnswerInquiry } from './answer-inquiry.ts';
import { createAskHeadquarters } from './ask-headquarters.ts';
import type { InquiryCommand } from './commands.ts';
import type { GuidanceService } from './guidance-service.ts';
import { type InquiryTools, type Press, unclear } from './parts.ts';
import * as data from './press-data.ts';
import { createPublishGuidance } from './publish-guidance.ts';

/** The verbs of buttons about questions to Headquarters begin with this. */
export const inquiryVerbs = 'inquiry.';

/** Everything that people say and press about questions to Headquarters, each led to its use case. */
export function createInquiryConversation(parts: InquiryTools, guidance: GuidanceService) {
  const ask = createAskHeadquarters(parts);
  const answer = createAnswerInquiry(parts);
  const publish = createPublishGuidance(parts, guidance);

  async function command(turn: Turn, given: InquiryCommand, language: Language): Promise<Reply> {
    switch (given.kind) {
      case 'ask-headquarters':
        return ask.begin(turn, language, given.text === '' ? undefined : { text: given.text });
      case 'my-questions':
        return answer.list(turn, language);
      case 'inquiry':
        return answer.find(turn, given.reference, language);
      case 'guidance':
        return publish.find(turn, given.reference, language);
      case 'guidance-list':
        return publish.list(language);
    }
  }

  async function press(pressed: Press, language: Language): Promise<Reply> {
    const given = pressed.data;
    switch (pressed.verb.slice(inquiryVerbs.length)) {
      case 'ask': {
        const read = data.fromAnswer.safeParse(given);
        return read.success ? ask.fromAnswer(pressed, read.data, language) : unclear(language);
      }
      case 'send': {
        const read = data.filledIn.safeParse(given);
        return read.success ? ask.send(pressed, read.data, language) : unclear(language);
      }
      case 'cancel':
        return ask.cancel(language);
      case 'open': {
        const read = data.aboutInquiry.safeParse(given);
        return read.success ? answer.open(pressed, read.data.reference, language) : unclear(language);
      }
      case 'answer': {
        const read = data.answered.safeParse(given);
        if (!read.success) return unclear(language);
        const { reference, progress, answer: text } = read.data;
        return answer.change(pressed, reference, { type: 'answer', progress, text }, language);
      }
      case 'further': {
        const read = data.continued.safeParse(given);
        if (!read.success) return unclear(language);
        const { reference, progress, further: text } = read.data;
        return answer.change(pressed, reference, { type: 'ask-further', progress, text }, language);
      }
      case 'withdraw': {
        const read = data.aboutInquiry.safeParse(given);
        if (!read.success) return unclear(language);
        return answer.change(pressed, read.data.reference, { type: 'withdraw' }, language);
      }
      case 'list': {
        const read = data.nextPage.safeParse(given);
        return read.success ? answer.more(pressed, read.data.after, language) : unclear(language);
      }
      case 'draft-guidance': {
        const read = data.seenInquiry.safeParse(given);
        return read.success ? publish.draft(pressed, read.data, language) : unclear(language);
      }
      case 'publish': {
        const read = data.publication.safeParse(given);
        return read.success ? publish.publish(pressed, read.data, language) : unclear(language);
      }
      case 'guidance':
      case 'revoke': {
        const read = data.aboutGuidance.safeParse(given);
        if (!read.success) return unclear(language);
        const { reference } = read.data;
        return pressed.verb.endsWith('revoke')
          ? publish.revoke(pressed, reference, language)
          : publish.open(pressed, reference, language);
      }
      case 'guidance-list': {
        const read = data.nextGuidance.safeParse(given);
        return read.success ? publish.more(read.data.after, language) : unclear(language);
      }
      default:
        return { kind: 'notice', language, text: translatorFor(language)('press.unknown') };
    }
  }

  return { command, press };
}
export type InquiryConversation = ReturnType<typeof createInquiryConversation>;
