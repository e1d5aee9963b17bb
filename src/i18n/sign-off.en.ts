/** What Vigil says in English about sign-off; the refusals' keys are their names. */
export const signOffEn = {
  'signOff.status.pending': 'Waiting for Headquarters',
  'signOff.status.changes-asked': 'Changes asked for: waiting for the mission',
  'signOff.status.approved': 'Approved',
  'signOff.status.approvedWithConditions': 'Approved with conditions',
  'signOff.status.declined': 'Declined',
  'signOff.status.acknowledged': 'Acknowledged',
  'signOff.status.withdrawn': 'Withdrawn',

  'signOff.title': '{reference}: {codeName}',
  'signOff.subtitle': '{kind}, from {mission}',
  'signOff.revision': 'Revision:',
  'signOff.urgency': 'Urgency:',
  'signOff.sentBy': 'Sent by:',
  'signOff.row': '{label}:',
  'signOff.due': 'Due: {when}',
  'signOff.closedAt': 'Closed: {when}',
  'signOff.urgency.routine': 'Routine',
  'signOff.urgency.urgent': 'Urgent',
  'signOff.urgency.immediate': 'Immediate',
  'signOff.desks': 'At Headquarters',
  'signOff.desk.waiting': '{desk}: waiting',
  'signOff.desk.notNeeded': '{desk}: no answer needed any more',
  'signOff.desk.approve': '{desk}: approved by {name}',
  'signOff.desk.approve-with-conditions': '{desk}: approved with conditions by {name}',
  'signOff.desk.ask-for-changes': '{desk}: changes asked for by {name}',
  'signOff.desk.decline': '{desk}: declined by {name}',
  'signOff.desk.acknowledge': '{desk}: acknowledged by {name}',
  'signOff.passages':
    'What the guidelines say{inOther, select, en { (in English)} fr { (in French)} other {}}',
  'signOff.sensitive':
    'What is asked in the mission’s own words is not shown here. “Show details” opens it for those entitled, and the showing is on record.',
  'signOff.somebody': 'somebody who is not in the directory any more',
  'signOff.written': 'You had written: {text}',
  'signOff.back': 'Back',

  'signOff.ask': 'Request sign-off',
  'signOff.open': 'Open',
  'signOff.openOne': 'Open {reference}',
  'signOff.details': 'Show details',
  'signOff.decide': 'Decide',
  'signOff.decision': 'Your decision',
  'signOff.forDesk': 'For which desk?',
  'signOff.choice.approve': 'Approve',
  'signOff.choice.approve-with-conditions': 'Approve with conditions',
  'signOff.choice.ask-for-changes': 'Ask for changes',
  'signOff.choice.decline': 'Decline',
  'signOff.choice.acknowledge': 'Acknowledge',
  'signOff.decisionText': 'Conditions, changes asked for, or reason (not needed to approve)',
  'signOff.acknowledgeText': 'Note (optional)',
  'signOff.chooseOne': 'Choose one.',
  'signOff.writeSomething': 'Write something first.',
  'signOff.send': 'Send',
  'signOff.revise': 'Revise',
  'signOff.comment': 'Comment',
  'signOff.commentText': 'Your comment, for the mission and the desks asked',
  'signOff.reassign': 'Reassign',
  'signOff.reassignTo': 'Which desk takes your desk’s part?',
  'signOff.reassignWhy': 'Why (optional)',
  'signOff.withdraw': 'Withdraw',
  'signOff.withdrawWhy': 'Why (optional)',

  'signOff.kinds.title': 'Request sign-off from Headquarters',
  'signOff.kinds.intro': 'What is it about? The guidelines say who must be asked. Choose what fits best.',
  'signOff.kinds.label': 'Kind of request',
  'signOff.kinds.next': 'Next',

  'signOff.form.intro':
    'Use the code name only, never the real name. What you write is encrypted, read by the desks asked and your mission, and never shown in a channel.',
  'signOff.form.reviseIntro':
    'Change what was asked for. With the new revision every earlier decision lapses.',
  'signOff.form.codeName': 'Code name of the case',
  'signOff.form.codeNameHint': 'For example HERON',
  'signOff.form.codeNameError': 'Give a code name: 2 to 40 letters, digits, spaces, hyphens or points.',
  'signOff.form.urgency': 'How urgent is it?',
  'signOff.form.urgencyOption': '{urgency}: an answer within {hours, plural, one {# hour} other {# hours}}',
  'signOff.form.reason': '{options}: {question}',
  'signOff.form.answerThis': 'Answer this question.',
  'signOff.form.preview': 'Preview',
  'signOff.form.discard': 'Discard',
  'signOff.form.discarded': 'Discarded. Nothing was sent.',
  'signOff.form.problems': 'Nothing was sent yet. Please mend this first:',
  'signOff.form.tooLong':
    'Your answers are too long to stand on one card in Teams, by about {characters, number} characters in all. Please shorten these; everything else that you wrote is kept.',
  'signOff.problem.required': '{question} Please answer.',
  'signOff.problem.too-long': '{question} At most {most} characters.',
  'signOff.problem.not-an-option': '{question} Choose one of the options.',
  'signOff.problem.not-a-date': '{question} Give a date.',
  'signOff.problem.reason-required': '{question} Your choice needs a reason.',

  'signOff.preview.title': 'Check before you send',
  'signOff.preview.intro': '{kind}, case {codeName}. It goes to: {desks}.',
  'signOff.preview.note': 'Make sure that no real name stands in it.',
  'signOff.preview.send': 'Send to Headquarters',
  'signOff.preview.edit': 'Change something',
  'signOff.answer.reason': '{choice} ({reason})',

  'signOff.sent.title': 'Sent: {reference}',
  'signOff.sent.text':
    'Headquarters has it. I keep the card of {reference} up to date here and tell you what happens.',
  'signOff.details.title': '{reference}: details',
  'signOff.details.intro':
    '{kind}, case {codeName}, revision {revision}. Keep this to yourself: that you opened it is on record.',
  'signOff.details.comment': 'Comment by {name}',
  'signOff.details.withdrawn': 'Withdrawn by {name}',
  'signOff.details.leftOut':
    '{count, plural, one {One earlier decision or comment has no room here.} other {# earlier decisions and comments have no room here.}}',
  'signOff.details.sentToChat':
    'I have sent the details to your chat with me: they are not shown in a channel.',
  'signOff.details.noChat':
    'The details are not shown in a channel, and I know no chat with you yet. Write to me there first, for example “status {reference}”.',

  'signOff.confirm.title': '{choice}: are you sure?',
  'signOff.confirm.because': 'This request is grave:',
  'signOff.confirm.yes': 'Yes: {choice}',

  'signOff.list.mine': 'My requests',
  'signOff.list.waiting': 'Waiting for me',
  'signOff.list.mission': 'Requests of my mission',
  'signOff.list.search': 'Requests for “{words}”',
  'signOff.list.count':
    '{count, plural, =0 {There are none.} one {One request} other {# requests, newest first}}',
  'signOff.list.more': 'More',
  'signOff.list.heading': '{reference}: {codeName}',
  'signOff.list.state': '{kind}. {status}.',

  'signOff.thread.RequestSent': 'A request for sign-off has come: {reference}, {codeName}.',
  'signOff.thread.UrgentActionRecorded':
    '{name} tells of an urgent action taken: {reference}, {codeName}. Please acknowledge it.',
  'signOff.thread.RequestRevised':
    '{name} has revised {reference}: revision {revision}. Earlier decisions have lapsed.',
  'signOff.thread.decision.approve': '{name} ({desk}) approves {reference}.',
  'signOff.thread.decision.approve-with-conditions': '{name} ({desk}) approves {reference} with conditions.',
  'signOff.thread.decision.ask-for-changes': '{name} ({desk}) asks for changes of {reference}.',
  'signOff.thread.decision.decline': '{name} ({desk}) declines {reference}.',
  'signOff.thread.decision.acknowledge': '{name} ({desk}) acknowledges {reference}.',
  'signOff.thread.RequestApproved': '{reference} is approved: every desk has agreed.',
  'signOff.thread.RequestDeclined': '{reference} is declined.',
  'signOff.thread.RequestAcknowledged': '{reference} is acknowledged.',
  'signOff.thread.RequestWithdrawn': '{name} has withdrawn {reference}.',
  'signOff.thread.CommentAdded': '{name} has commented on {reference}. “Show details” opens the comment.',
  'signOff.thread.RequestReassigned': '{name} hands {reference} over: {from} to {to}.',

  'signOff.reminder.due-soon': '{reference} ({codeName}) waits for you. Due: {when}',
  'signOff.reminder.due': '{reference} ({codeName}) still waits for you. It was due: {when}',
  'signOff.reminder.duty-officer':
    '{reference} ({codeName}) is overdue and waits for your desk. You are told as its duty officer. It was due: {when}',
  'signOff.reminder.duty-officer.told':
    '{reference} ({codeName}) is overdue. The duty officer, {name}, is told. It was due: {when}',
  'signOff.reminder.head':
    '{reference} ({codeName}) is overdue and waits for your desk. You are told as its head. It was due: {when}',
  'signOff.reminder.head.told':
    '{reference} ({codeName}) is overdue. The head of the desk, {name}, is told. It was due: {when}',
  'signOff.digest.title': 'Waiting this morning',
  'signOff.digest.intro': '{count, plural, one {One request waits.} other {# requests wait.}}',
  'signOff.digest.shown': 'Here are the {shown} that are due first.',
  'signOff.digest.overdue': '{status}. Overdue.',

  'signOff.noDirectory':
    'Sign-off is not set up here yet: the directory of missions and desks is missing. Ask the operator of Vigil.',
  'signOff.inYourChat':
    'I have sent you what you asked for in your own chat with me: requests are not shown to others.',
  'signOff.noChatYet':
    'Requests are handled in your own chat with me, and I know none with you yet. Open it and say this there.',
  'signOff.unknownReference': 'Give a reference such as ESC-2026-0042, or say “my requests”.',

  'signOff.link.done': 'This channel now belongs to: {unit}.',
  'signOff.link.notAChannel': 'Say this in the channel or group chat that the unit is to have.',
  'signOff.link.unknownUnit':
    'The directory has no {kind, select, desk {desk} other {mission}} “{id}”. It has: {known}.',
  'signOff.link.notAllowed':
    'Only its head, its duty officer or an administrator of the directory may link a channel to {unit}.',
  'signOff.delegate.done': '{name} may decide in your place at {desk} until {until}.',
  'signOff.delegate.ended': 'Nobody decides in your place any more.',
  'signOff.delegate.none': 'Nobody decides in your place.',
  'signOff.delegate.unknownPerson': 'The directory has nobody called “{name}”, or more than one.',
  'signOff.delegate.yourself': 'You decide for yourself already.',
  'signOff.delegate.notAtADesk': 'You work at no desk of Headquarters, so there is nothing to delegate.',
  'signOff.delegate.usage': 'Say it like this: delegate to Omar Haddad until 2026-12-24.',
  'signOff.delegate.past': 'The date must lie ahead, within a year.',

  'refusal.not-found':
    'I know no such request, or it is not yours to open: only its mission and the desks asked may.',
  'refusal.guest': 'Guests and people of other organisations may not handle requests.',
  'refusal.unknown-kind':
    'This kind of request is not offered any more. Begin again with “request sign-off”.',
  'refusal.unknown-mission': 'You serve at no mission of the directory: only missions request sign-off.',
  'refusal.not-of-the-mission': 'Only the people of the mission may do this.',
  'refusal.not-the-head-of-mission': 'Only the Head of Mission may do this.',
  'refusal.not-entitled': 'This is for the mission and the desks asked.',
  'refusal.not-of-the-desk': 'Only officers of the desks asked may decide on this. The card shows which.',
  'refusal.which-desk': 'You act for several of the desks asked: say for which.',
  'refusal.own-request': 'Four eyes: you wrote this request, so somebody else decides.',
  'refusal.own-mission': 'Four eyes: it is your own mission’s request, so somebody else decides.',
  'refusal.delegate-of-author': 'Four eyes: you would decide in the place of somebody who may not.',
  'refusal.decided-for-another-desk':
    'Four eyes: you have decided for {desk}, so somebody else decides for this one.',
  'refusal.repeated': 'Your decision is noted already: {choice}.',
  'refusal.repeated-delivery': 'This was noted already.',
  'refusal.already-sent': 'This was sent already, as {reference}.',
  'refusal.draft-gone': 'What you filled in is not kept any more. Begin again with “request sign-off”.',
  'refusal.desk-has-decided': 'Too late: {name} has decided for {desk} already ({choice}).',
  'refusal.closed': 'It is closed: {status}, by {name}.',
  'refusal.stale-revision':
    'The request has changed since: you saw revision {shown}, it is at {current}. Open it again.',
  'refusal.waits-for-mission': 'Changes were asked for by {name}: it waits for the mission’s next revision.',
  'refusal.choice-not-offered':
    '{strength, select, report {A report is acknowledged, neither approved nor declined.} other {A request is approved, declined or sent back, not acknowledged.}}',
  'refusal.already-under-decision':
    'A desk has begun to decide ({desk}, {name}). Wait until changes are asked for, or withdraw it.',
  'refusal.nothing-revised': 'Nothing is different from the last revision.',
  'refusal.text-required': 'This needs a text: say why, or on what conditions.',
  'refusal.text-too-long': 'The text is too long: at most {most} characters.',
  'refusal.code-name-unusable': 'Give a code name: 2 to 40 letters, digits, spaces, hyphens or points.',
  'refusal.answers-unusable': 'Some answers are missing or cannot be used.',
  'refusal.unknown-passage': 'The guidelines have no such passage any more. Ask again.',
  'refusal.no-desk-for-role': 'The directory names no {role} for your mission. Tell the operator of Vigil.',
  'refusal.unknown-desk': 'The directory has no such desk.',
  'refusal.desk-is-asked-already': '{desk} is asked already.',
  'refusal.desk-of-another-role': 'This kind of request must stay with a desk of the same role.',
  'refusal.confirmation-needed': 'This needs your confirmation.',
} as const;
