/** What Vigil says in English about questions to Headquarters and the guidance that comes of them. */
export const inquiriesEn = {
  'inquiry.ask': 'Ask Headquarters',
  'inquiry.atPost': '{name}, {post}',
  'inquiry.about': 'Asked about: {heading}',

  'inquiry.form.intro': 'This goes to: {desk}. Its answer comes back to you here.',
  'inquiry.form.warning':
    'Code names only, never a real name or what could tell who somebody is: the question is shown in the desk’s channel.',
  'inquiry.form.forgotten': 'I do not keep questions for long. Please type yours again.',
  'inquiry.form.question': 'Your question',
  'inquiry.form.send': 'Send to Headquarters',
  'inquiry.form.cancel': 'Cancel',
  'inquiry.form.cancelled': 'Cancelled. Nothing was sent.',

  'inquiry.title': '{reference}: question to Headquarters',
  'inquiry.subtitle': 'From {name}, to {desk}',
  'inquiry.status.open': 'Waiting for Headquarters',
  'inquiry.status.answered': 'Answered',
  'inquiry.status.withdrawn': 'Withdrawn',
  'inquiry.questionBy': '{name} asked',
  'inquiry.answerBy': '{name} answered ({desk})',
  'inquiry.leftOut':
    '{count, plural, one {One thing that was said after this is left out here.} other {# things that were said after this are left out here.}}',
  'inquiry.published': 'Published as guidance: {references}',
  'inquiry.note.desk':
    'Officers of the desk answer with the button below; whoever asked reads it in their chat. Code names only.',
  'inquiry.note.asker': 'Headquarters’ answer comes to this chat. Say “my questions” to find yours again.',
  'inquiry.answer': 'Answer',
  'inquiry.answerAgain': 'Add to the answer',
  'inquiry.answerText': 'Your answer, for whoever asked',
  'inquiry.publish': 'Publish as guidance',
  'inquiry.further': 'Ask further',
  'inquiry.furtherText': 'What else do you need to know?',
  'inquiry.withdraw': 'Withdraw',

  'inquiry.list.title': 'Questions to Headquarters',
  'inquiry.list.count':
    '{count, plural, =0 {There are none.} one {One question} other {# questions, newest first}}',
  'inquiry.list.state': '{status}. {when}',

  'inquiry.thread.InquiryAsked': 'A question has come: {reference}.',
  'inquiry.thread.InquiryAnswered': '{name} has answered {reference}.',
  'inquiry.thread.InquiryContinued': '{name} asks further: {reference}.',
  'inquiry.thread.InquiryWithdrawn': '{name} has withdrawn {reference}.',
  'inquiry.thread.AnswerPublished': '{name} has published the answer to {reference} as guidance: {guidance}.',
  'inquiry.told': '{name} ({desk}) has answered your question {reference}.',

  'inquiry.inYourChat': 'I have answered in your own chat with me.',
  'inquiry.noChatYet':
    'Questions to Headquarters are asked in your own chat with me, and I have none with you yet. Open one and say “ask HQ” there.',

  'inquiry.refusal.not-found': 'I know no such question or guidance, or it is not yours to open.',
  'inquiry.refusal.guest': 'Guests and people of other organisations cannot use this.',
  'inquiry.refusal.no-desk':
    'The directory names no human rights desk, so there is nobody to ask through me. Tell the operator of Vigil.',
  'inquiry.refusal.not-of-the-desk': 'Only officers of the desk can do this. The card names it.',
  'inquiry.refusal.not-the-asker': 'Only whoever asked can do this.',
  'inquiry.refusal.withdrawn': 'The question was withdrawn, so nothing more can be said in it.',
  'inquiry.refusal.answered': 'It has been answered already; there is nothing to withdraw.',
  'inquiry.refusal.unanswered': 'There is no answer yet to publish.',
  'inquiry.refusal.moved-on':
    'Something was said or published since this card was shown. Open it again; what you typed was not sent.',
  'inquiry.refusal.repeated-delivery': 'That is noted already.',
  'inquiry.refusal.already-sent': 'This was sent already, as {reference}.',
  'inquiry.refusal.text-required': 'Write something first.',
  'inquiry.refusal.text-too-long': 'The text is too long: {most, number} characters at most.',
  'inquiry.refusal.too-much-said': 'Much has been said in this question already: please ask a new one.',
  'inquiry.refusal.phrasings-required':
    'Give at least one question that the guidance answers: it is found by them.',
  'inquiry.refusal.too-many-phrasings': 'Give {most} questions at most, one a line.',
  'inquiry.refusal.unknown-section': 'The guidelines do not have this section any more.',
  'inquiry.refusal.revoked': '{name} has revoked it already.',

  'inquiry.thread.GuidanceRevoked': '{name} has revoked the guidance {guidance}.',

  'guidance.beside': 'Headquarters’ guidance on a question like this, not part of the guidelines',
  'guidance.source': 'Published by {desk}, {when}. {reference}.',
  'guidance.otherLanguage': 'In {language, select, fr {French} other {English}}.',
  'guidance.language': '{language, select, fr {French} other {English}}',
  'guidance.title': '{reference}: guidance of Headquarters',
  'guidance.apart': 'This is what Headquarters has answered. It is not part of the guidelines.',
  'guidance.answers': 'Questions that it answers',
  'guidance.revoked': 'Revoked by {name}, {when}.',
  'guidance.revoke': 'Revoke',
  'guidance.sure': 'Answers will not show this guidance any more. It stays on record.',
  'guidance.form.intro':
    'Everybody who asks a question like these reads this text beside the guidelines, dated and under your desk’s name, until it is revoked.',
  'guidance.form.warning': 'Edit it for everybody: no case, no code name, nothing of whoever asked.',
  'guidance.form.text': 'Guidance',
  'guidance.form.language': 'Language of the text',
  'guidance.form.phrasings':
    'Questions that it answers, one a line, as people would ask, best in English and in French',
  'guidance.form.place': 'Section that it goes beside',
  'guidance.form.nowhere': 'None',
  'guidance.form.publish': 'Publish',
  'guidance.form.back': 'Back',
  'guidance.list.title': 'Guidance of Headquarters',
  'guidance.list.count':
    '{count, plural, =0 {There is none.} one {One answer is in force.} other {# answers are in force, newest first.}}',

  'unanswered.title': 'Asked and not answered, {month}',
  'unanswered.intro':
    '{count, plural, one {One question had} other {# questions had}} no answer in the guidelines. This may help when they are revised.',
  'unanswered.section': 'Nearest section: {heading}',
  'unanswered.topic': 'A subject that the guidelines leave alone, for example:',
  'unanswered.none': 'Near to no section',
  'unanswered.counts': '{count, plural, one {once} other {# times}} ({en} in English, {fr} in French)',
  'unanswered.more': '{count, plural, one {One more subject.} other {# more subjects.}}',
  'unanswered.open':
    '{count, plural, one {One question waits for your desk now.} other {# questions wait for your desk now.}} Say “my questions” to see them.',
  'unanswered.note':
    'Only subjects and numbers are kept: no name, no word of a question. The examples are Vigil’s own.',
} as const;
