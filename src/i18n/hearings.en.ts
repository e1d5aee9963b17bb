/** What is said of keeping the calendar of hearings, in English, as ICU messages. */
export const hearingsEn = {
  'hearing.whenOver': '{when}: {state}',
  'hearing.accessLine': 'Access: {access}; {permission}. {attendance}',

  'hearing.list.mine': 'Your hearings in the next 30 days',
  'hearing.list.channel': 'Hearings that this channel follows, in the next 30 days',
  'hearing.list.group': 'Hearings that this chat follows, in the next 30 days',
  'hearing.list.mission': '{mission}: hearings in the next 30 days',
  'hearing.list.case': 'Case {caseName}: all hearings',
  'hearing.list.count': '{count, plural, one {One hearing.} other {# hearings.}}',
  'hearing.list.latest': 'The latest {count} hearings; earlier ones are not listed.',
  'hearing.list.heading': '{title} ({id})',
  'hearing.list.noneMine':
    'None that you attend or follow, or that your mission is responsible for. Say “follow case HERON” to follow one, or “add hearing” to enter one.',
  'hearing.list.noneHere':
    'None of what is followed here. Say “follow case HERON” or “follow mission Bogotá” to follow more, or “add hearing” to enter one.',
  'hearing.list.none': 'None is known. Say “add hearing” to enter one.',
  'hearing.list.unknown':
    'I know no mission or case “{name}”. Say “hearings of” with the name of a mission or the code name of a case.',
  'hearing.list.previous': 'Earlier',
  'hearing.list.next': 'Later',
  'hearing.list.month': 'Month view',

  'hearing.which':
    'Which hearing? Name its reference, for example: “adjourn HRG-2026-0001 to 3 April 10am”. Say “hearings” to see the references.',

  'hearing.form.add': 'Add a hearing',
  'hearing.form.edit': 'Edit {id}: {caseName}',
  'hearing.form.adjourn': 'Adjourn {id}: {caseName}',
  'hearing.form.intro':
    'Use the code name only, never a real name. Everything is read back to you before it is kept.',
  'hearing.form.adjournIntro':
    'Give the new date and time by the court’s clock. It is read back to you before it is kept.',
  'hearing.form.problems': 'Nothing is kept yet:',
  'hearing.form.caseName': 'Code name of the case',
  'hearing.form.caseNameHint': 'For example: HERON',
  'hearing.form.kind': 'Kind of hearing',
  'hearing.form.place': 'City of the court, by which its time zone is known',
  'hearing.form.placeHint': 'For example: Bogotá, or San José, Costa Rica',
  'hearing.form.court': 'Court (optional)',
  'hearing.form.courtHint': 'For example: Juzgado 3',
  'hearing.form.date': 'Day of the hearing',
  'hearing.form.time': 'Time, by the court’s clock',
  'hearing.form.noDate': 'No date yet?',
  'hearing.form.toBeAnnounced': 'The court has still to announce the date',
  'hearing.form.access': 'Access',
  'hearing.form.mission': 'Mission responsible',
  'hearing.form.notes':
    'Sensitive notes: encrypted, never in a channel, shown on request only, and each showing is on record.',
  'hearing.form.judge': 'Judge (optional)',
  'hearing.form.charges': 'Charges (optional)',
  'hearing.form.check': 'Check',
  'hearing.form.discard': 'Discard',
  'hearing.form.discarded': 'Discarded. Nothing was kept.',
  'hearing.form.gone':
    'This form was sent already, or is not kept any more. Say “hearings” to see what is on the calendar.',
  'hearing.form.inYourChat': 'It is in your own chat with Vigil.',
  'hearing.form.noChatYet': 'Write to Vigil in a chat of your own first, then ask again.',

  'hearing.form.problem.name-invalid':
    'The code name needs 2 to 40 letters, digits, spaces or hyphens, such as HERON. Never use a real name.',
  'hearing.form.problem.mission-unknown': 'Choose the mission that is responsible.',
  'hearing.form.problem.place-missing': 'Name the court’s city: the time zone follows from it.',
  'hearing.form.problem.place-unknown':
    'I do not know this city. Try the nearest large city, add the country, or write the time zone, such as America/Bogota.',
  'hearing.form.problem.court-too-long': 'The name of the court is too long: at most 200 characters.',
  'hearing.form.problem.place-too-long': 'The name of the city is too long: at most 200 characters.',
  'hearing.form.problem.judge-too-long': 'The note on the judge is too long: at most 500 characters.',
  'hearing.form.problem.charges-too-long': 'The note on the charges is too long: at most 2,000 characters.',
  'hearing.form.problem.when-missing':
    'Give the date and the time, or say that the court has still to announce it.',
  'hearing.form.problem.date-missing': 'Give the date as well.',
  'hearing.form.problem.time-missing': 'Give the time as well, by the court’s clock.',
  'hearing.form.problem.when-not-understood':
    'I did not understand the date. Fill it in below, or write it as “14 March 2027 at 9:30”.',
  'hearing.form.problem.when-zone-named':
    'Give the time by the court’s own clock, without a time zone: the zone follows from the city.',
  'hearing.form.problem.when-weekday-differs':
    'That date is not on the weekday that you wrote with it. Check them both.',
  'hearing.form.problem.when-past': 'That time has passed. A hearing can be set to a time to come only.',
  'hearing.form.problem.when-impossible': 'There is no such date or time.',

  'hearing.choose.label': 'Which one do you mean?',
  'hearing.choose.error': 'Choose one.',
  'hearing.choose.next': 'Continue',
  'hearing.choose.place': 'Several cities have this name',
  'hearing.choose.placeIntro': 'I know more than one “{place}”. The time zone depends on it.',
  'hearing.choose.when': 'The date can be meant in more than one way',
  'hearing.choose.whenIntro': 'Choose what the court has set, or change what you wrote.',
  'hearing.choose.skipped': 'This time does not exist on that day',
  'hearing.choose.skippedIntro':
    'Clocks are put forward over {when}. The court’s clock then shows the time below; if the court means another one, change it.',
  'hearing.choose.doubled': 'This time comes twice on that day',
  'hearing.choose.doubledIntro': 'Clocks are put back, and show {when}, twice.',
  'hearing.choose.first': 'The first time, before clocks are put back ({utc} UTC)',
  'hearing.choose.second': 'The second time, after clocks are put back ({utc} UTC)',

  'hearing.check.title': 'Check before it is kept',
  'hearing.check.first': 'Clocks show this time twice that day: this is the first one.',
  'hearing.check.second': 'Clocks show this time twice that day: this is the second one.',
  'hearing.check.before': 'Until now: {when}',
  'hearing.check.case': 'Case',
  'hearing.check.kind': 'Kind',
  'hearing.check.where': 'Where',
  'hearing.check.access': 'Access',
  'hearing.check.mission': 'Responsible',
  'hearing.check.judge': 'Judge',
  'hearing.check.charges': 'Charges',
  'hearing.check.keep.add': 'Add it',
  'hearing.check.keep.edit': 'Keep the changes',
  'hearing.check.keep.adjourn': 'Adjourn it',
  'hearing.check.change': 'Change',

  'hearing.kept.add': 'Added to the calendar.',
  'hearing.kept.edit': 'The changes are kept.',
  'hearing.kept.adjourn': 'Adjourned.',
  'hearing.kept.cancel': 'Cancelled.',
  'hearing.kept.followers':
    '{count, plural, =0 {Nobody follows {caseName}, so nobody will be reminded. Say “follow case {caseName}” in a channel or here.} one {One channel, chat or person follows it and will be reminded.} other {# channels, chats or people follow it and will be reminded.}}',

  'hearing.cancel.title': 'Cancel {title} ({id})?',
  'hearing.cancel.intro': 'Whoever follows the case is told, and no more reminders come.',
  'hearing.cancel.reason': 'Why? (sensitive: shown on request only)',
  'hearing.cancel.reasonMissing': 'Say why it is cancelled.',
  'hearing.cancel.do': 'Cancel the hearing',
  'hearing.cancel.keep': 'Keep it',
  'hearing.cancel.kept': '{id} stays on the calendar.',

  'hearing.target.case': 'case {caseName}',
  'hearing.target.mission': 'mission {mission}',
  'hearing.offset.days': '{count, plural, one {1 day} other {# days}}',
  'hearing.offset.hours': '{count, plural, one {1 hour} other {# hours}}',
  'hearing.follow.done':
    'Now followed here: {what}. Reminders come {times} before each hearing. Say “remind us 7 d, 1 d” to change that.',
  'hearing.follow.already': 'Already followed here: {what}. Reminders come {times} before each hearing.',
  'hearing.follow.next': 'Next hearing: {caseName}, {when}.',
  'hearing.follow.noneKnown': 'No hearing to come is known yet.',
  'hearing.follow.unknown':
    'I know no mission or case “{name}”. Say “follow case” with a code name, or “follow mission” with one of: {known}.',
  'hearing.unfollow.done': 'No longer followed here: {what}.',
  'hearing.unfollow.none': 'Not followed here: {what}. Say “following” to see what is.',
  'hearing.following.here': 'What is followed here',
  'hearing.following.mine': 'What you follow',
  'hearing.following.none': 'Nothing yet. Say “follow case HERON” or “follow mission Bogotá”.',
  'hearing.following.line': '• {what}',
  'hearing.following.settings':
    'Reminders: {times} before, in {language, select, fr {French} other {English}}, by the clock of {zone}.',
  'hearing.followers.title': 'Who follows {what}',
  'hearing.followers.all': 'Who follows what',
  'hearing.followers.none': 'Nobody yet. Say “follow case HERON” in a channel, a group chat or here.',
  'hearing.followers.line': '• {what}: {who}',
  'hearing.followers.more':
    '{count, plural, one {One more} other {# more}}: say “who follows HERON” to ask about one.',
  'hearing.followers.unit': '{unit} (its channel)',
  'hearing.followers.channel': '{count, plural, one {one channel} other {# channels}} of no unit',
  'hearing.followers.groupChat': '{count, plural, one {one group chat} other {# group chats}}',
  'hearing.followers.person': '{count, plural, one {one person} other {# people}} in their own chat',
  'hearing.following.how':
    'To change this: “remind us 7 d, 1 d”, “time zone Bogotá”, “reminders in French”, “digest off”, “unfollow case HERON”.',
  'hearing.remindAt.done': 'Reminders now come {times} before each hearing.',
  'hearing.remindAt.unclear':
    'Say when, for example “remind us 14 d, 7 d, 1 d, 1 h”: up to {most} times, of at most 60 days or 72 hours. “Remind us as usual” sets them back.',
  'hearing.zone.done': 'Reminders and the weekly digest now go by the clock of {zone}.',
  'hearing.zone.unknown':
    'I do not know “{place}”. Name a city, such as “time zone Bogotá”, or a time zone, such as “time zone America/Bogota”.',
  'hearing.zone.several':
    'There are several: {known}. Say the one that you mean, with its country or time zone.',
  'hearing.language.done':
    'Reminders will come in {language, select, fr {French} other {English}} from now on.',
  'hearing.digest.on': 'The weekly digest comes on Monday mornings.',
  'hearing.digest.off': 'No weekly digest comes.',
  'hearing.feedAddress.mine':
    'Your calendar feed, for Outlook and other calendars (“subscribe from web”): {address} Whoever has this address can read it: keep it to yourself. Say “calendar feed revoke” to end it.',
  'hearing.feedAddress.here':
    'The calendar feed of what is followed in that channel or chat, for Outlook and other calendars (“subscribe from web”): {address} Whoever has this address can read it: keep it to yourself. Say “calendar feed revoke” there to end it.',
  'hearing.feedAddress.exists':
    'There is a calendar feed already. Its address is a secret that I do not keep, so I cannot show it again. Say “calendar feed renew” for a new one, which ends the old, or “calendar feed revoke” to end it.',
  'hearing.feedAddress.revoked': 'The calendar feed has ended: its address opens nothing any more.',
  'hearing.feedAddress.none': 'There is no calendar feed to end.',
  'hearing.month.link': 'Month view, good for a day for whoever has the link: {address}',

  'hearing.file.title': '{count, plural, one {One hearing to import} other {# hearings to import}}',
  'hearing.file.intro': 'Nothing is kept yet. All of them are imported, or none.',
  'hearing.file.row': 'Line {line}: {title}',
  'hearing.file.more': '{count, plural, one {And one more.} other {And # more.}}',
  'hearing.file.take': '{count, plural, one {Import it} other {Import all #}}',
  'hearing.file.taken': '{count, plural, one {One hearing was imported.} other {# hearings were imported.}}',
  'hearing.file.takenNote':
    'Whoever follows these cases is reminded of them. Say “hearings” to see what comes next.',
  'hearing.file.refused': 'Nothing was imported. Line {line}: {why}',
  'hearing.file.problems':
    '{count, plural, one {Nothing can be imported: one line is wrong} other {Nothing can be imported: # lines are wrong}}',
  'hearing.file.moreProblems': '{count, plural, one {And one more.} other {And # more.}}',
  'hearing.file.mend': 'Mend the file and attach it again.',
  'hearing.file.oneAtATime': 'I read one file of hearings at a time. Attach them one after the other.',
  'hearing.file.host': 'I only fetch files from the ministry’s own storage in Teams. Nothing was read.',
  'hearing.file.too-large': 'The file is larger than 1 MB. Nothing was read: attach it in parts.',
  'hearing.file.unreachable': 'I could not fetch the file. Attach it again.',

  'hearing.help.title': 'What Vigil can do with hearings',
  'hearing.help.add':
    'Enter: “add hearing HERON trial in Bogotá, Juzgado 3, 14 March at 9:30”, or “add hearing” for a form. Many at once: attach a .csv or .ics file in a chat with Vigil.',
  'hearing.help.change':
    'Change: “edit HRG-2026-0001”, “adjourn HRG-2026-0001 to 3 April 10am” or “to be announced”, “cancel HRG-2026-0001 because …”. Everything is read back first.',
  'hearing.help.see':
    'See: “hearings”, “hearings of my mission”, “case HERON”, “hearing HRG-2026-0001”, “month”, “calendar feed” for Outlook.',
  'hearing.help.follow':
    'Be reminded, in a channel or here: “follow case HERON”, “follow mission Bogotá”, “following”, “who follows HERON”, “remind us 7 d, 1 d”, “time zone Bogotá”, “reminders in French”, “digest off”.',
  'hearing.help.attend':
    'Attend: the buttons of a hearing’s card, or “attend HRG-2026-0001”, “roster HRG-2026-0001”, “suggest roster HRG-2026-0001”.',
  'hearing.help.names': 'Code names only: a real name is never needed here.',
} as const;
