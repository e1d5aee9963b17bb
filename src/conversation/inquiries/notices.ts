import { inquiryCard } from '../../cards/inquiries/inquiry-card.ts';
import { deskName, personName, type Wording, wordingIn } from '../../cards/inquiries/wording.ts';
import type { Directory } from '../../directory/directory.ts';
import type { Language } from '../../i18n/language.ts';
import type { InquiryNotices } from './ports.ts';

/** Words everything that is said about inquiries. What people wrote stands on cards, never in a notification. */
export function createNotices(parts: Pick<Wording, 'editions' | 'linkTo'>): InquiryNotices {
  const wording = (directory: Directory, language: Language) => wordingIn({ ...parts, directory }, language);
  return {
    deskCard: (inquiry, directory, language) => {
      const words = wording(directory, language);
      const { reference } = inquiry;
      return {
        language,
        card: inquiryCard(inquiry, 'desk', words),
        summary: words.t('inquiry.thread.InquiryAsked', { reference }),
      };
    },
    threadReply: (event, { reference }, directory, language) => {
      const words = wording(directory, language);
      const name = personName(event.by, words);
      const guidance = event.type === 'AnswerPublished' ? event.guidance : '';
      return { language, text: words.t(`inquiry.thread.${event.type}`, { name, reference, guidance }) };
    },
    revoked: (guidance, by, directory, language) => {
      const words = wording(directory, language);
      const name = personName(by, words);
      return { language, text: words.t('inquiry.thread.GuidanceRevoked', { name, guidance }) };
    },
    answer: (event, inquiry, directory, language) => {
      const words = wording(directory, language);
      const { reference, desk } = inquiry;
      const text = words.t('inquiry.told', {
        name: personName(event.by, words),
        desk: deskName(desk, words),
        reference,
      });
      return { language, text, card: inquiryCard(inquiry, 'asker', words), summary: text };
    },
  };
}
