import { describe, expect, test } from 'vitest';
import { readCommand } from '../../../src/conversation/commands.ts';

const asked = (text: string) => {
  const command = readCommand(text);
  return command.kind === 'inquiries' ? command.asked : command.kind;
};

test.each([
  ['ask HQ may we pay for her phone?', 'may we pay for her phone?'],
  ['Ask Headquarters: who goes', 'who goes'],
  ['ask hq', ''],
  ['Ask HQ?', ''],
  ['demander à l’Administration centrale : peut-on payer ?', 'peut-on payer ?'],
  ["demander à l'AC", ''],
  ['interroger l’Administration centrale, qui décide ?', 'qui décide ?'],
])('“%s” asks Headquarters', (text, question) => {
  expect(asked(text)).toEqual({ kind: 'ask-headquarters', text: question });
});

test.each(['my questions', 'Mes questions !', '/my questions'])('“%s” lists one’s questions', text => {
  expect(asked(text)).toEqual({ kind: 'my-questions' });
});

test.each(['ASK-2026-0042', 'ask 2026 42', 'status ASK-2026-0042', 'statut de ask-2026-42.'])(
  '“%s” opens one',
  text => {
    expect(asked(text)).toEqual({ kind: 'inquiry', reference: 'ASK-2026-0042' });
  },
);

test.each(['guidance', 'HQ guidance', 'Orientations', 'orientations de l’Administration centrale'])(
  '“%s” lists what Headquarters has published',
  text => {
    expect(asked(text)).toEqual({ kind: 'guidance-list' });
  },
);

test.each(['HQG-2026-0007', 'hqg 2026 7'])('“%s” opens one', text => {
  expect(asked(text)).toEqual({ kind: 'guidance', reference: 'HQG-2026-0007' });
});

describe('what only begins alike is something else', () => {
  test('“ask HQ for sign-off” asks for sign-off', () => {
    expect(asked('ask HQ for sign-off')).toBe('request-sign-off');
  });

  test.each([
    'Do we have to ask HQ before a visit?',
    'ask HQs',
    'my questions about visits',
    'Faut-il demander à l’Administration centrale ?',
    'ask her to come',
    'guidance on visits',
    'Which guidance do we have?',
  ])('“%s” is a question', text => {
    expect(asked(text)).toBe('question');
  });
});
