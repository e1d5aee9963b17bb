import { type Language, languageNamed } from '../i18n/language.ts';
import { type HearingCommandTyped, readHearingCommand } from './hearings/commands.ts';
import { type InquiryCommand, readInquiryCommand } from './inquiries/commands.ts';
import { readSignOffCommand, type SignOffCommand } from './sign-off/commands.ts';

/** What a typed message asks for. Anything that is not a command is a question. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'language'; readonly to: Language | 'unknown' | undefined }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly length: number }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'hearings'; readonly asked: HearingCommandTyped }
  | { readonly kind: 'inquiries'; readonly asked: InquiryCommand }
  | SignOffCommand;

/** A situation can be told in this many characters; more is a document, not a question. */
export const longestQuestion = 2000;

const help = /^(?:help|aide|\?|\/help|\/aide|commands|commandes)[\s.!?]*$/iu;
/** The name may come in quotation marks, as our own sentences show it. */
const language = /^\/?(?:language|langue|lang)\b[\s:"“«]*(?<name>[\p{L}\s-]*?)[\s"”».!?]*$/iu;
/** Zero-width and direction-changing characters carry no words, and can hide or reorder them. */
const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\u00AD\uFEFF]/gu;

/**
 * Reads a message as a command, in either language.
 *
 * @param raw what was typed, with the mention of the bot removed; HTML in it is words like any other
 */
export function readCommand(raw: string): Command {
  const text = raw.normalize('NFC').replace(invisible, '').replace(/\s+/gu, ' ').trim();
  if (text.length > longestQuestion) return { kind: 'too-long', length: text.length };
  if (help.test(text)) return { kind: 'help' };
  const name = language.exec(text)?.groups?.name?.trim();
  // "language rights of minorities" is a question; "language" and one word is a choice.
  if (name !== undefined && !name.includes(' ')) {
    return { kind: 'language', to: name === '' ? undefined : (languageNamed(name) ?? 'unknown') };
  }
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'empty' };
  const hearings = readHearingCommand(text);
  if (hearings) return { kind: 'hearings', asked: hearings };
  // "ask HQ for sign-off" asks for sign-off.
  const signOff = readSignOffCommand(text);
  if (signOff) return signOff;
  const inquiry = readInquiryCommand(text);
  return inquiry ? { kind: 'inquiries', asked: inquiry } : { kind: 'question', text };
}
