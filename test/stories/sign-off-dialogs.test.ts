import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buttonsOf, type CardPart, partsOf, textOf } from '../support/card.ts';
import { callAction, openDialog, opensDialog } from '../support/dialogs.ts';
import { cardOf, cardSaying, type Ministry, startMinistry } from '../support/ministry.ts';

vi.setConfig({ testTimeout: 30_000 });

let ministry: Ministry;
beforeAll(async () => {
  ministry = await startMinistry({}, { luc: 'fr-CA' }, { TEAMS_DIALOGS: 'on' });
}, 120_000);
afterAll(() => ministry?.stop());

/** Every answer that a question for guidance asks for, but the question itself. */
const guidance = {
  codeName: 'HERON',
  urgency: 'urgent',
  'q.minor': 'no',
  'q.woman': 'yes',
  'q.discriminated-group': 'not-known',
  'q.staff-safety': 'no',
  'q.persona-non-grata': 'no',
};

const buttonFor = (card: CardPart, verb: string): CardPart => {
  const found = buttonsOf(card).find(
    ({ data, ...button }) => verb === (button.verb ?? (data as { verb?: string } | undefined)?.verb),
  );
  if (!found) throw new Error(`no button “${verb}”`);
  return found;
};
const fieldOf = (card: CardPart, id: string) => partsOf(card).find(part => part.id === id);
const referenceIn = (card: CardPart) => /ESC-\d{4}-\d{4}/.exec(textOf(card))?.[0] ?? '';

describe('where the client has dialogs', () => {
  test('the form is filled in, mended, read once more and sent in one', async () => {
    const { amara } = ministry.people;
    const kinds = cardSaying(await amara.says('request sign-off'), 'What is it about?');
    const form = await openDialog(ministry.bot, amara, buttonFor(kinds, 'sign-off.kind'), {
      kind: 'general',
    });
    expect(form.title).toBe('Guidance on a case');
    const back = await form.submit('sign-off.preview', {
      ...guidance,
      'q.minor': 'yes',
      'q.request': 'May we?',
    });
    expect(textOf(back.card)).toContain('Your choice needs a reason.');
    expect(fieldOf(back.card, 'q.request')?.value).toBe('May we?');
    const preview = await back.submit('sign-off.preview', { ...guidance, 'q.request': 'May we?' });
    expect(textOf(preview.card)).toContain('May we?');
    const edited = await preview.submit('sign-off.edit');
    expect(fieldOf(edited.card, 'q.request')?.value).toBe('May we?');
    const sent = await preview.submit('sign-off.send');
    const opened = await sent.submit('sign-off.open');
    expect(textOf(opened.card)).toContain('Waiting for Headquarters');
    expect(await preview.submitLast('sign-off.send')).toBe(
      `This was sent already, as ${referenceIn(sent.card)}.`,
    );
    await ministry.until(ministry.channels.rights, ({ attachments }) =>
      textOf(attachments).includes(referenceIn(sent.card)),
    );
  });

  test('an answer in a channel leads to a form that nobody else sees', async () => {
    const { amara } = ministry.people;
    const place = ministry.channels.mission;
    const answer = cardSaying(await amara.says('Can I visit her in jail?', place), '3.8');
    const form = await openDialog(ministry.bot, amara, buttonFor(answer, 'sign-off.ask'), {}, place);
    expect(form.title).toBe('Visit to a detained defender');
    expect((await form.submit('sign-off.discard')).title).toBe('Discarded. Nothing was sent.');
  });

  test('what is sensitive opens over the channel, on record, and never in it', async () => {
    const { amara, claire } = ministry.people;
    const { rights } = ministry.channels;
    const dialog = await callAction(
      ministry.bot,
      amara,
      'requestSignOff',
      '<p>Maria asks for help.</p>',
    ).open();
    const form = await dialog.submit('sign-off.kind', { kind: 'general' });
    const sent = await (
      await form.submit('sign-off.preview', { ...guidance, 'q.request': 'Maria asks for help.' })
    ).submit('sign-off.send');
    const reference = referenceIn(sent.card);
    const posted = await ministry.until(rights, ({ attachments }) => textOf(attachments).includes(reference));
    const own = cardOf(await claire.presses(buttonFor(cardOf(posted), 'sign-off.open'), rights));
    const details = await openDialog(ministry.bot, claire, buttonFor(own, 'sign-off.details'), {}, rights);
    expect(textOf(details.card)).toContain('Maria asks for help.');
    const back = await details.submit('sign-off.open');
    // A refusal does not close the dialog: nothing is typed again.
    const wanting = await back.submit('sign-off.decide', { choice: 'ask-for-changes' });
    expect(textOf(wanting.card)).toContain('This needs a text');
    expect(fieldOf(wanting.card, 'choice')?.value).toBe('ask-for-changes');
    const done = await wanting.submit('sign-off.decide', { choice: 'approve' });
    expect(textOf(done.card)).toContain('Approved');
    const account = await ministry.store.auditReader.accountOf({ kind: 'escalation', id: reference });
    expect(account.map(({ event }) => event)).toContain('DetailsShown');
    expect(JSON.stringify(ministry.posted(rights))).not.toContain('Maria');
  });

  test('every button in it submits, and nothing is refreshed', async () => {
    const { amara } = ministry.people;
    const dialog = await callAction(ministry.bot, amara, 'requestSignOff', undefined).open();
    expect(dialog.card).not.toHaveProperty('refresh');
    expect(partsOf(dialog.card).map(({ type }) => type)).not.toContain('Action.Execute');
    expect(buttonsOf(dialog.card).filter(opensDialog)).toEqual([]);
  });
});

describe('a message asks for sign-off by its menu', () => {
  const html = '<div><p>She is in prison.<br>May we&nbsp;visit &lt;her&gt;?</p></div>';

  test('with the message’s text as what is asked, in the person’s language', async () => {
    const { luc } = ministry.people;
    const kinds = await callAction(
      ministry.bot,
      luc,
      'requestSignOff',
      html,
      ministry.channels.mission,
    ).open();
    expect(kinds.title).toBe('Demander l’aval de l’Administration centrale');
    const form = await kinds.submit('sign-off.kind', { kind: 'canadian-business' });
    expect(fieldOf(form.card, 'q.request')?.value).toBe('She is in prison.\nMay we visit <her>?');
    expect(fieldOf(form.card, 'q.company')?.value).toBe('');
  });

  test('cut where the question takes less', async () => {
    const { amara } = ministry.people;
    const long = `<p>${'x'.repeat(25_000)}</p>`;
    const kinds = await callAction(ministry.bot, amara, 'requestSignOff', long).open();
    const form = await kinds.submit('sign-off.kind', { kind: 'general' });
    expect(fieldOf(form.card, 'q.request')?.value).toBe(`${'x'.repeat(1_999)}…`);
  });

  test('an action that Vigil does not have is said to be unknown', async () => {
    const { amara } = ministry.people;
    const { body } = await callAction(ministry.bot, amara, 'somethingElse', html).answer();
    expect(body.task).toEqual({
      type: 'message',
      value: expect.stringContaining('not known to Vigil'),
    });
  });

  test('who serves at no mission is told so', async () => {
    const { body } = await callAction(ministry.bot, ministry.people.claire, 'requestSignOff', html).answer();
    expect(body.task).toEqual({
      type: 'message',
      value: expect.stringContaining('only missions request sign-off'),
    });
  });

  test('from a chat with a colleague, where Vigil is not, and Vigil still writes to the person’s own', async () => {
    const { amara } = ministry.people;
    const elsewhere = { kind: 'personal', conversationId: '19:amara_mei@unq.gbl.spaces' } as const;
    await callAction(ministry.bot, amara, 'requestSignOff', html, elsewhere).open();
    const known = await ministry.store.conversations.find({ kind: 'person', id: amara.who.aadObjectId });
    expect(known?.conversationId).toBe(amara.chat.conversationId);
  });
});
