import { calendarEn } from './calendar.en.ts';
import { hearingsEn } from './hearings.en.ts';
import { inquiriesEn } from './inquiries.en.ts';
import { remindersEn } from './reminders.en.ts';
import { signOffEn } from './sign-off.en.ts';

/** Every sentence Vigil says in English, as ICU messages. `fr.ts` has the same keys and the same arguments. */
export const en = {
  ...calendarEn,
  ...hearingsEn,
  ...remindersEn,
  ...signOffEn,
  ...inquiriesEn,

  'app.name': 'Vigil',

  'answer.lead': 'From section {section} of the guidelines, “{title}” [1]',
  'answer.introduction': 'From the introduction to the guidelines [1]',
  'answer.heading': '{section} {title}',
  'answer.headingIntroduction': '{title}',
  'answer.read': 'Read in the guidelines',
  'answer.more': '{count, plural, one {More: one passage} other {More: # passages}}',
  'answer.edition': '{title}. {label}. Source: {publisher}.',
  'answer.onlyOtherLanguage':
    '{language, select, fr {Vigil holds the guidelines in French only; their words are quoted as they stand.} other {Vigil holds the guidelines in English only; their words are quoted as they stand.}}',
  'answer.listMissing':
    'The text we hold announces a list here, and the list itself is missing from it. Ask the human rights desk at Headquarters for the full text.',
  'answer.gapLead': 'The guidelines announce this list, but it is missing from the text we hold [1]',

  'answer.understood': 'Understood as: “{question}”',
  'answer.choice': 'Your question may be about either of these. Choose to read the other:',
  'answer.show': 'Show',
  'answer.choose': 'Show {heading}',

  'consultation.before-action': 'Consult Headquarters before action: {section}',
  'consultation.before-decision': 'Consult specialists at Headquarters before the decision: {section}',
  'consultation.report-promptly': 'Report promptly to Headquarters: {section}',
  'consultation.report': 'Report to the geographic branch: {section}',
  'consultation.seek-direction': 'Seek direction from Headquarters: {section}',
  'consultation.visa-section': 'Consult the visa section or IRCC: {section}',
  'consultation.words': '“{words}”',
  'consultation.desks': 'At Headquarters: {desks}',

  'desk.human-rights': 'human rights desk',
  'desk.consular': 'consular officials',
  'desk.geographic': 'geographic branch',
  'desk.responsible-business': 'Responsible Business Practices Unit',
  'desk.immigration-liaison': 'immigration liaison (IRCC)',

  'summary.label':
    'Written by AI from your question and the passages below. Read the passages: they alone are the guidelines.',
  'summary.quotation': '“{words}”',

  'notCovered.title': 'The guidelines do not cover this.',
  'notCovered.nearest': 'The nearest sections, which may not answer you:',
  'notCovered.askHq':
    'If you need an answer for a case, ask the human rights desk at Headquarters: the guidelines invite missions to seek guidance there (3.1).',
  'notCovered.rephrase': 'You can also ask again in other words.',

  otherLanguage:
    'Vigil reads questions in English and in French only. Yours seems to be in another language, so nothing was looked up. Please ask it in English or French, or say “help” to see what Vigil can do.',

  'feedback.question': 'Did this answer your question?',
  'feedback.up': '👍 Yes',
  'feedback.down': '👎 No',
  'feedback.upLabel': 'Yes, this answered my question',
  'feedback.downLabel': 'No, this did not answer my question',
  'feedback.thanks': 'Thank you. Only the passages shown are noted, not your name or your question.',

  'smallTalk.greeting':
    'Hello. Ask me about the guidelines on supporting human rights defenders, or say “help”.',
  'smallTalk.thanks': 'You are welcome.',
  'smallTalk.goodbye': 'Goodbye.',
  'smallTalk.how-are-you': 'I am working. What do you need to know about the guidelines?',
  'smallTalk.who-are-you':
    'I am Vigil, the ministry’s assistant for the guidelines on supporting human rights defenders. I quote them word for word and never make up a rule.',
  'smallTalk.what-can-you-do':
    'I answer questions about the guidelines with their own words. Say “help” to see what you can ask.',
  'smallTalk.praise': 'Thank you.',
  'smallTalk.complaint':
    'I am sorry. Try other words, or a shorter question; the buttons under an answer tell us which passages missed the point.',
  'smallTalk.yes-no-ok': 'All right. Ask a question about the guidelines whenever you need to.',
  'smallTalk.test': 'I am here and listening.',

  'help.title': 'What Vigil can do',
  'help.intro':
    'Ask about the guidelines in your own words, in English or French. Vigil answers with their own passages, says when a step needs Headquarters, and says so when they do not cover your question.',
  'help.examples': 'For example:',
  'help.signOff':
    'Sign-off by Headquarters: say “request sign-off”, “my requests”, “waiting for me” or “status ESC-2026-0042”; or open Vigil from the menu of a message. Heads of Mission say “urgent action taken”; who is away says “delegate”.',
  'help.language': 'To change language, say “language français”.',
  'help.askHq':
    'To put a question to Headquarters, say “ask HQ” and the question. “my questions” shows yours with their answers, “guidance” what Headquarters has published.',
  'help.extension': 'To quote a passage in a message, open Vigil under the box where you write and search.',
  'help.channel': 'In a group chat or a channel, mention @Vigil first.',
  'help.hearings':
    'Hearings: “hearings” shows what comes, “add hearing” enters one, “follow case HERON” has you reminded. “help hearings” says more.',
  'help.page': 'Open the guidelines',
  'help.privacy':
    'Do not type names or details of a case here: ask in general terms. Vigil writes no question down, unless you send it to Headquarters.',

  'welcome.title': 'Welcome to Vigil',
  'welcome.intro':
    'I answer questions about “Voices at risk: Canada’s guidelines on supporting human rights defenders”, in the guidelines’ own words.',
  'welcome.group':
    'Hello. Mention me with a question about the guidelines on supporting human rights defenders.',

  'example.1': 'Should we attend the trial of a defender?',
  'example.2': 'Can we post about a case on social media?',
  'example.3': 'What if the defender is a Canadian citizen?',

  'language.changed': 'I will answer you in English from now on.',
  'language.current':
    'I answer you in English. Say “language français” for French, “language English” for English.',
  'language.unknown': 'I do not know that language. Say “language English” or “language français”.',

  'message.empty': 'I see no question in your message. Type one, for example: “{example}”',
  'message.tooLong':
    'Your message has {length, number} characters; I can read up to {most, number}. Ask one question in a sentence or two.',
  'message.mayBeRepeated': 'You may have received this message already.',
  'message.attachment':
    'I cannot read this file. Type your question; files of hearings end in .csv or .ics and are read in a chat with me alone.',

  'press.unknown': 'This button is not known to Vigil any more. Ask again for a new card.',
  'press.invalid':
    'Vigil could not read what this button sent. Nothing was changed; ask again for a new card.',
  'failure.store':
    'Nothing was saved: Vigil’s storage takes nothing in at the moment. Please send this again later; if it goes on, tell whoever runs Vigil.',
  'failure.turn':
    'Something went wrong on our side and your message was not handled. Please try again in a minute.',

  'search.none': 'No passage of the guidelines matches. Try other words.',
  'search.prompt': 'Type a few words to search the guidelines.',

  'page.language': 'Français',
  'page.skip': 'Skip to the text',
  'page.contents': 'Contents',
  'page.sectionOf': '{section} {title}: guidelines',
  'page.introductionOf': '{title}: guidelines',
  'page.neighbours': 'Neighbouring sections',
  'page.previous': 'Previous: {title}',
  'page.next': 'Next: {title}',
  'page.all': 'The whole text',
  'page.otherEditions': 'Other editions that Vigil knows:',
  'page.passageLink': 'Link to passage {id}',
  'page.source':
    'Source: {publisher}. Shown word for word, in {language, select, fr {French} other {English}}.',
  'page.editorialNote': 'A note from Vigil, not part of the guidelines',
  'page.notFoundTitle': 'No such section',
  'page.notFound': 'The guidelines have no section “{section}”.',

  'hearing.kind.trial': 'trial',
  'hearing.kind.bail': 'bail hearing',
  'hearing.kind.appeal': 'appeal',
  'hearing.kind.verdict': 'verdict',
  'hearing.kind.sentencing': 'sentencing',
  'hearing.kind.detention-review': 'detention review',
  'hearing.kind.other': 'hearing',
  'hearing.access.open': 'open to the public',
  'hearing.access.closed': 'closed',
  'hearing.access.permission-needed': 'permission needed',
  'hearing.access.unknown': 'not known',
  'hearing.permission.not-requested': 'permission not requested',
  'hearing.permission.requested': 'permission requested',
  'hearing.permission.granted': 'permission granted',
  'hearing.permission.refused': 'permission refused',
  'hearing.feed.name': 'Hearings (Vigil)',
  'hearing.feed.summary': '{caseName}: {kind}',
  'hearing.feed.details':
    'Access: {access}; {permission}. {count, plural, =0 {Nobody attends yet.} one {One attends.} other {# attend.}} Reference: {id}.',

  'hearing.import.file-unreadable': 'Line {line}: this is not a file I can read.',
  'hearing.import.file-empty': 'The file holds no hearing.',
  'hearing.import.file-too-long': 'The file holds more than 2,000 hearings.',
  'hearing.import.column-unknown': 'Line {line}: I do not know the column “{where}”.',
  'hearing.import.column-missing': 'Line {line}: the column “{where}” is missing.',
  'hearing.import.name-invalid':
    'Line {line}: the code name needs 2 to 40 letters, digits, spaces or hyphens. Never use a real name.',
  'hearing.import.kind-unknown': 'Line {line}: I do not know this kind of hearing.',
  'hearing.import.access-unknown': 'Line {line}: access must be open, closed, permission needed or unknown.',
  'hearing.import.mission-unknown': 'Line {line}: I do not know this mission.',
  'hearing.import.place-unknown':
    'Line {line}: I do not know this city. Name the nearest large one, add its country, or give the time zone.',
  'hearing.import.zone-unknown': 'Line {line}: I do not know this time zone.',
  'hearing.import.zone-needed': 'Line {line}: name the court’s city or time zone.',
  'hearing.import.zone-ambiguous':
    'Line {line}: there are several places of this name; add the country or name the time zone.',
  'hearing.import.date-not-understood': 'Line {line}: I do not understand the date.',
  'hearing.import.date-weekday-differs': 'Line {line}: the date is not on the weekday beside it.',
  'hearing.import.date-ambiguous':
    'Line {line}: the date or time can be meant in more than one way; write it as 2027-03-14 09:30.',
  'hearing.import.time-missing': 'Line {line}: the time is missing.',
  'hearing.import.time-past': 'Line {line}: this time has passed.',
  'hearing.import.time-skipped':
    'Line {line}: clocks are put forward over this time, so it does not exist there.',
  'hearing.import.time-doubled':
    'Line {line}: clocks are put back and show this time twice; add this hearing by hand.',
  'hearing.import.text-too-long': 'Line {line}: the text in “{where}” is too long.',
  'hearing.import.line-repeated': 'Line {line}: this hearing stands in the file twice.',
  'hearing.import.line-known': 'Line {line}: this hearing is on the calendar already.',
  'hearing.import.event-repeating': 'Line {line}: a repeating event cannot be taken over; list its dates.',
  'hearing.import.event-cancelled': 'Line {line}: this event was cancelled.',

  'hearing.refused.unknown': 'I know no hearing under that reference.',
  'hearing.refused.already-there': 'This hearing has been added already.',
  'hearing.refused.card-outdated':
    'This card shows an older date of the hearing. Nothing was changed; ask for the hearing again to see where it stands.',
  'hearing.refused.cancelled': 'This hearing was cancelled, so nothing more can be changed.',
  'hearing.refused.already-held':
    'This hearing has been held and its outcome is recorded; only its notes can still be corrected.',
  'hearing.refused.no-date-yet': 'This hearing has no date yet.',
  'hearing.refused.time-past': 'This time has passed. A hearing can be set to a time to come only.',
  'hearing.refused.time-skipped':
    'That time does not exist: clocks are put forward over it on that day. Give another one.',
  'hearing.refused.time-doubled':
    'Clocks are put back on that day and show that time twice. Leave the date to be announced, then announce it by “Adjourned” on the new hearing’s card, which asks which of the two is meant.',
  'hearing.refused.same-time': 'The hearing is already set to that time.',
  'hearing.refused.nothing-changed': 'Nothing is different from what is kept already.',
  'hearing.refused.not-official': 'Only officials in Vigil’s directory can change the calendar of hearings.',
  'hearing.refused.already-attending': 'That person is already on the roster.',
  'hearing.refused.not-attending': 'That person is not on the roster.',
  'hearing.refused.already-confirmed': 'You have confirmed already that you will attend.',
  'hearing.refused.lead-not-attending': 'The lead observer must be somebody who attends.',
  'hearing.refused.already-lead': 'That person is already the lead observer.',
  'hearing.refused.partner-known': 'That organisation is already on the roster.',
  'hearing.refused.partner-unknown': 'That organisation is not on the roster.',
  'hearing.refused.outcome-too-early':
    'The hearing has not begun yet, so it has no outcome. It can be adjourned or cancelled.',
  'hearing.refused.permission-unchanged': 'That is what is kept already about the permission.',
  'hearing.refused.date-impossible': 'There is no such date or time.',
  'hearing.refused.zone-unknown': 'I know no such time zone.',
  'hearing.refused.name-invalid':
    'A code name has 2 to 40 letters, digits, spaces or hyphens, such as HERON. Never use a real name.',
} as const;
