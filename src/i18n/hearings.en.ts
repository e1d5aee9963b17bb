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
} as const;
