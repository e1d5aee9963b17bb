import { z } from 'zod';
import { exampleKeys, helpCard } from '../cards/guidance-cards.ts';
import type { LinkTo } from '../cards/links.ts';
import type { Language } from '../i18n/language.ts';
import { translatorFor } from '../i18n/translator.ts';
import type { AskGuidelines } from './ask-guidelines.ts';
import type { ChooseSection } from './choose-section.ts';
import { type Command, longestQuestion, readCommand } from './commands.ts';
import { asDialog, pressOf } from './dialogs.ts';
import type { GiveFeedback } from './give-feedback.ts';
import { type HearingsConversation, hearingVerbs } from './hearings/hearings.ts';
import type { Incoming, Turn } from './incoming.ts';
import { type InquiryConversation, inquiryVerbs } from './inquiries/inquiries.ts';
import type { Preferences, Welcomes } from './ports.ts';
import { nothing, type Reply, say } from './reply.ts';
import type { SearchGuidelines } from './search-guidelines.ts';
import { type SignOffConversation, signOffVerbs } from './sign-off/sign-off.ts';

const exampleData = z.object({ example: z.enum(exampleKeys) });

type Press = Extract<Incoming, { kind: 'press' }>;
type MessageAction = Extract<Incoming, { kind: 'message-action' }>;
type FromDialog = Parameters<typeof pressOf>[0];

export interface UseCases {
  readonly ask: AskGuidelines;
  readonly search: SearchGuidelines;
  readonly chooseSection: ChooseSection;
  readonly giveFeedback: GiveFeedback;
  readonly signOff: SignOffConversation;
  readonly hearings: HearingsConversation;
  readonly inquiries: InquiryConversation;
}

/**
 * The one place that decides which use case answers what came in.
 *
 * @returns handles one Incoming; it throws only for faults that nobody at the desk can mend
 */
export function createConversation(
  useCases: UseCases,
  preferences: Preferences,
  welcomes: Welcomes,
  linkTo: LinkTo,
) {
  const guidelinesUrl = linkTo('').replace(/\/$/, '');

  return async (incoming: Incoming): Promise<Reply> => {
    const { person } = incoming;
    const language = (await preferences.languageOf(person.id)) ?? person.language;
    switch (incoming.kind) {
      case 'message': {
        const aboutFiles = await useCases.hearings.files(incoming, incoming.files, language);
        if (aboutFiles) return aboutFiles;
        const command = readCommand(incoming.text);
        if (command.kind === 'empty' && incoming.hasAttachments) {
          return say({ language, text: translatorFor(language)('message.attachment') });
        }
        return onCommand(command, incoming, language);
      }
      case 'press':
        return onPress(incoming, language);
      case 'message-action':
        if (incoming.data === undefined) return asDialog(await onMessageAction(incoming, language));
        return asDialog(await onDialog(incoming, language));
      case 'dialog-open':
      case 'dialog-submit':
        return asDialog(await onDialog(incoming, language));
      case 'search':
        return useCases.search(incoming, language);
      case 'arrival':
        return welcome(incoming, language);
    }
  };

  async function onDialog(incoming: FromDialog, language: Language): Promise<Reply> {
    const pressed = pressOf(incoming);
    return pressed ? onPress(pressed, language) : unknownButton(language);
  }

  async function onMessageAction({ person, chat, command, about }: MessageAction, language: Language) {
    const turn = { person, chat, inDialog: true };
    switch (command) {
      case 'requestSignOff':
      // The local client calls an action without its name: the first of the manifest is meant.
      case undefined:
        return useCases.signOff.askAbout(turn, about, language);
      default:
        return unknownButton(language);
    }
  }

  async function onPress(pressed: Press, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    if (pressed.verb.startsWith(signOffVerbs)) return useCases.signOff.press(pressed, language);
    if (pressed.verb.startsWith(hearingVerbs)) return useCases.hearings.press(pressed, language);
    if (pressed.verb.startsWith(inquiryVerbs)) return useCases.inquiries.press(pressed, language);
    switch (pressed.verb) {
      case 'feedback':
        return useCases.giveFeedback(pressed, language);
      case 'choose':
        return useCases.chooseSection(pressed, language);
      case 'example': {
        const example = exampleData.safeParse(pressed.data);
        if (!example.success) return { kind: 'notice', language, text: t('press.invalid') };
        // Pressing a card shows nothing in the chat, so the question is repeated above its answer.
        const question = t(example.data.example);
        const { person, chat } = pressed;
        const answer = await useCases.ask({ person, chat, text: question, mayCarryOn: false }, language);
        return answer.kind === 'messages' ? say({ language, text: question }, ...answer.messages) : answer;
      }
      default:
        return unknownButton(language);
    }
  }

  async function onCommand(command: Command, { person, chat }: Turn, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    switch (command.kind) {
      case 'help':
        return say({ language, card: helpCard('help', language, guidelinesUrl), summary: t('help.title') });
      case 'language':
        if (command.to === undefined) return say({ language, text: t('language.current') });
        if (command.to === 'unknown') return say({ language, text: t('language.unknown') });
        await preferences.chooseLanguage(person.id, command.to);
        return say({ language: command.to, text: translatorFor(command.to)('language.changed') });
      case 'empty':
        return say({
          language,
          text: t('message.empty', { example: t('example.1') }),
          ...suggesting(chat, language),
        });
      case 'too-long':
        return say({
          language,
          text: t('message.tooLong', { length: command.length, most: longestQuestion }),
        });
      case 'question':
        return useCases.ask({ person, chat, text: command.text, mayCarryOn: true }, language);
      case 'hearings':
        return useCases.hearings.command({ person, chat }, command.asked, language);
      case 'inquiries':
        return useCases.inquiries.command({ person, chat }, command.asked, language);
      default:
        return useCases.signOff.command({ person, chat }, command, language);
    }
  }

  /** Teams reports an installation more than once; each person, and each shared chat, is welcomed once. */
  async function welcome({ person, chat }: Turn, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    if (chat.kind === 'personal') {
      // Teams now and then leaves a person's Entra id out, and the chat is the same.
      const known = [await welcomes.claim(`person:${person.id}`), await welcomes.claim(`chat:${chat.id}`)];
      if (known.includes(false)) return nothing;
      const card = helpCard('welcome', language, guidelinesUrl);
      return say({ language, card, summary: t('welcome.title'), ...suggesting(chat, language) });
    }
    return (await welcomes.claim(`chat:${chat.id}`)) ? say({ language, text: t('welcome.group') }) : nothing;
  }
}
export type Converse = ReturnType<typeof createConversation>;

function unknownButton(language: Language): Reply {
  return { kind: 'notice', language, text: translatorFor(language)('press.unknown') };
}

/** Teams shows suggested actions in personal chats only. */
function suggesting(chat: Turn['chat'], language: Language): { suggestions?: readonly string[] } {
  return chat.kind === 'personal'
    ? { suggestions: exampleKeys.map(key => translatorFor(language)(key)) }
    : {};
}
