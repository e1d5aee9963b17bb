import type { Activity, MessagingExtensionResult } from 'botbuilder';
import type { OutgoingMessage, Reply } from '../conversation/reply.ts';
import { shorten } from '../shared/shorten.ts';
import { type Present, withinDialog } from './dialog-buttons.ts';
import { ActivityTypes, CardFactory } from './sdk.ts';

/** What is posted in the chat. A press from an old client comes as a message, so its answer is one as well. */
export function messagesOf(reply: Reply): readonly OutgoingMessage[] {
  switch (reply.kind) {
    case 'messages':
      return reply.messages;
    case 'card':
    case 'notice':
      return [reply];
    default:
      return [];
  }
}

/** An outgoing message as a Bot Framework activity for Teams. */
export function toActivity(message: OutgoingMessage, present: Present): Partial<Activity> {
  const { language, text, card, summary, citations, generated, suggestions } = message;
  return {
    type: ActivityTypes.Message,
    locale: language,
    // Nothing that Vigil says is markup: what people wrote can come back in it.
    ...(text ? { text, textFormat: citations ? 'markdown' : 'plain' } : {}),
    ...(summary ? { summary } : {}),
    ...(card ? { attachments: [CardFactory.adaptiveCard(present(card))] } : {}),
    ...(suggestions
      ? {
          suggestedActions: {
            to: [],
            actions: suggestions.map(value => ({ type: 'imBack', title: value, value })),
          },
        }
      : {}),
    ...(citations ? { entities: [citationEntity(citations, generated ?? false)] } : {}),
  };
}

/** Source: Microsoft, "Bot messages with AI-generated content", citations and AI label. The label stands only where a model wrote. */
function citationEntity(citations: NonNullable<OutgoingMessage['citations']>, generated: boolean) {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(generated ? { additionalType: ['AIGeneratedContent'] } : {}),
    citation: citations.map(({ position, name, url, abstract }) => ({
      '@type': 'Claim',
      position,
      appearance: { '@type': 'DigitalDocument', name, url, abstract },
    })),
  };
}

/** A preview has one line for the title and two for the text. */
const longestTitle = 48;
const longestExcerpt = 160;

/** What the compose box shows for a search. */
export function toSearchResult(reply: Reply): MessagingExtensionResult {
  if (reply.kind !== 'results') return { type: 'message', text: reply.kind === 'notice' ? reply.text : '' };
  if (reply.results.length === 0) return { type: 'message', text: reply.empty };
  return {
    type: 'result',
    attachmentLayout: 'list',
    attachments: reply.results.map(({ title, text, card }) => ({
      ...CardFactory.adaptiveCard(card),
      preview: CardFactory.thumbnailCard(shorten(title, longestTitle), undefined, undefined, {
        text: shorten(text, longestExcerpt),
      }),
    })),
  };
}

/**
 * The body that answers a dialog, also one of a message extension's action: another page of it, a last word, or nothing,
 * which closes it. Source: Microsoft, "Task modules: response payload".
 */
export function toDialogAnswer(reply: Reply): object {
  switch (reply.kind) {
    case 'dialog':
      return {
        task: {
          type: 'continue',
          value: {
            title: shorten(reply.title, longestTitle),
            card: CardFactory.adaptiveCard(withinDialog(reply.card)),
            height: 'large',
            width: 'medium',
          },
        },
      };
    case 'notice':
      return { task: { type: 'message', value: reply.text } };
    case 'dialog-done':
      return reply.text ? { task: { type: 'message', value: reply.text } } : {};
    default:
      return {};
  }
}

/** The body that answers a press of a button; Source: Microsoft, "Universal Actions for Adaptive Cards". */
export function toPressAnswer(reply: Reply, present: Present): object {
  return reply.kind === 'card'
    ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: present(reply.card) }
    : {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: reply.kind === 'notice' ? reply.text : '',
      };
}
