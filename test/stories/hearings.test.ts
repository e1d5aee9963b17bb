import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { groupChat, message } from '../fakes/payloads.ts';
import { buttonsOf, type CardPart, textOf } from '../support/card.ts';
import {
  cardOf,
  cardSaying,
  filled,
  type Ministry,
  noticeOf,
  saidIn,
  startMinistry,
} from '../support/ministry.ts';

vi.setConfig({ testTimeout: 30_000 });

/** A Wednesday in November. */
const now = new Date('2026-11-25T18:00:00Z');
let ministry: Ministry;
beforeAll(async () => {
  ministry = await startMinistry({ now: () => now }, { luc: 'fr-CA' });
}, 120_000);
afterAll(() => ministry?.stop());

const referenceIn = (card: CardPart): string => /HRG-\d{4}-\d{4}/.exec(textOf(card))?.[0] ?? '';
const everything = () => ministry.store.hearings.list({ most: 1_000 });

/** Amara enters a hearing by a sentence and confirms it; gives its reference. */
async function add(sentence: string): Promise<string> {
  const { amara } = ministry.people;
  const read = cardSaying(await amara.says(`add hearing ${sentence}`), 'Check before it is kept');
  const kept = cardOf(await amara.presses(filled(read, 'hearing.save')));
  expect(textOf(kept)).toContain('Added to the calendar.');
  return referenceIn(kept);
}

describe('a hearing is entered', () => {
  test('by a sentence, read back with weekday, court time and the reader’s own, and kept once', async () => {
    const { amara } = ministry.people;
    const answer = await amara.says('add hearing HERON trial in Bogotá, Juzgado 3, 14 March at 9:30');
    const read = cardSaying(answer, 'Check before it is kept');
    expect(textOf(read)).toContain(
      'Sunday, March 14, 2027, 9:30 a.m., by the court’s clock (America/Bogota)',
    );
    expect(textOf(read)).toContain('{{DATE(2027-03-14T14:30:00Z, SHORT)}} {{TIME(2027-03-14T14:30:00Z)}}');
    expect(textOf(read)).toContain('Juzgado 3, Bogotá');
    expect(await everything()).toEqual([]);
    const kept = cardOf(await amara.presses(filled(read, 'hearing.save')));
    expect(textOf(kept)).toContain('Nobody follows HERON');
    const [hearing, ...others] = await everything();
    expect(others).toEqual([]);
    expect(hearing).toMatchObject({
      id: referenceIn(kept),
      caseName: 'HERON',
      kind: 'trial',
      court: 'Juzgado 3',
      place: 'Bogotá',
      mission: 'bogota',
      schedule: { time: { date: '2027-03-14', time: '09:30', zone: 'America/Bogota' } },
    });
    const again = await amara.presses(filled(read, 'hearing.save'));
    expect(noticeOf(again)).toContain('was sent already');
    expect(await everything()).toHaveLength(1);
  });

  test('in French, by somebody who reads French', async () => {
    const { luc } = ministry.people;
    const answer = await luc.says('ajouter une audience HERON procès à Bogota, Juzgado 3, 14 mars à 9 h 30');
    const read = cardSaying(answer, 'Vérifiez avant l’inscription');
    expect(textOf(read)).toContain('dimanche 14 mars 2027, 9 h 30, à l’heure du tribunal (America/Bogota)');
    await luc.presses(filled(read, 'hearing.discard'));
    expect(noticeOf(await luc.presses(filled(read, 'hearing.save')))).toContain('n’est plus conservé');
  });

  test('by the form, which keeps what was typed while something is to be mended', async () => {
    const { amara } = ministry.people;
    const form = cardSaying(await amara.says('add hearing'), 'Use the code name only');
    const typed = {
      caseName: 'grey heron',
      kind: 'bail',
      place: 'Erewhon',
      court: 'High Court',
      date: '2027-02-30',
      time: '',
      toBeAnnounced: 'false',
      access: 'permission-needed',
      mission: 'bogota',
      judge: 'Judge Example',
      charges: 'Sedition',
    };
    const back = cardOf(await amara.presses(filled(form, 'hearing.check', typed)));
    expect(textOf(back)).toContain('I do not know this city');
    expect(JSON.stringify(back)).toContain('Judge Example');
    const better = { ...typed, place: 'Nairobi', time: '10:00' };
    const impossible = cardOf(await amara.presses(filled(back, 'hearing.check', better)));
    expect(textOf(impossible)).toContain('There is no such date or time');
    const mended = { ...better, date: '2027-02-26' };
    const read = cardOf(await amara.presses(filled(impossible, 'hearing.check', mended)));
    expect(textOf(read)).toContain('GREY HERON');
    expect(textOf(read)).toContain('Sedition');
    const kept = cardOf(await amara.presses(filled(read, 'hearing.save')));
    expect(JSON.stringify(kept)).not.toMatch(/Judge Example|Sedition/);
    expect(await ministry.store.hearings.notesOf(referenceIn(kept))).toEqual({
      judge: 'Judge Example',
      charges: 'Sedition',
    });
  });

  test('with a choice where a city or a date can be meant in several ways', async () => {
    const { amara } = ministry.people;
    const city = cardSaying(
      await amara.says('add hearing HERON appeal in San José, 3/4/2027 9am'),
      'Several cities have this name',
    );
    expect(JSON.stringify(city)).toContain(
      '"San Jose, San José, Costa Rica (America/Costa_Rica)","value":"1"',
    );
    const forged = await amara.presses(filled(city, 'hearing.choose', { choice: '17' }));
    expect(noticeOf(forged)).toContain('could not read');
    const date = cardOf(await amara.presses(filled(city, 'hearing.choose', { choice: '1' })));
    expect(textOf(date)).toContain('can be meant in more than one way');
    const read = cardOf(await amara.presses(filled(date, 'hearing.choose', { choice: '2027-04-03 09:00' })));
    expect(textOf(read)).toContain('Saturday, April 3, 2027, 9:00 a.m., by the court’s clock (America/Costa');
  });

  test('with a time that a clock change skips or doubles only when that was chosen', async () => {
    const { amara } = ministry.people;
    const skipped = cardSaying(
      await amara.says('add hearing HERON verdict in Toronto, 14 March 2027 at 02:30'),
      'does not exist on that day',
    );
    const choice = { choice: '2027-03-14 03:30' };
    expect(textOf(cardOf(await amara.presses(filled(skipped, 'hearing.choose', choice))))).toContain(
      '3:30 a.m.',
    );
    const doubled = cardSaying(
      await amara.says('add hearing HERON verdict in Toronto, 7 November 2027 at 01:30'),
      'comes twice on that day',
    );
    const read = cardOf(await amara.presses(filled(doubled, 'hearing.choose', { choice: 'second' })));
    expect(textOf(read)).toContain('this is the second one');
    const kept = cardOf(await amara.presses(filled(read, 'hearing.save')));
    expect(await ministry.store.hearings.find(referenceIn(kept))).toMatchObject({
      schedule: { time: { date: '2027-11-07', time: '01:30', turn: 'second' } },
    });
  });

  test('from a channel in the person’s own chat, and by officials alone', async () => {
    const { amara } = ministry.people;
    const asked = await amara.says(
      'add hearing HERON trial in Bogotá, 15 March at 9:30',
      ministry.channels.mission,
    );
    expect(saidIn(asked)).toContain('in your own chat');
    await ministry.until(amara.chat, activity => textOf(activity.attachments).includes('March 15, 2027'));
    const guest = ministry.bot.meet('Guest');
    expect(saidIn(await guest.says('add hearing HERON trial in Bogotá, 15 March at 9:30'))).toContain(
      'Only officials',
    );
    expect(saidIn(await guest.says('hearings'))).toContain('Only officials');
    expect(saidIn(await guest.says('hearing HRG-2026-0001'))).toContain('Only officials');
  });

  test('and nobody keeps the draft of somebody else', async () => {
    const { amara, mei } = ministry.people;
    const read = cardSaying(
      await amara.says('add hearing HERON trial in Bogotá, 16 March at 9:30'),
      'Check before it is kept',
    );
    const before = (await everything()).length;
    expect(noticeOf(await mei.presses(filled(read, 'hearing.save')))).toContain('is not kept any more');
    expect(await everything()).toHaveLength(before);
  });
});

describe('a hearing is changed', () => {
  test('adjourned by typing, read back, and to be announced', async () => {
    const { amara } = ministry.people;
    const id = await add('TERN trial in Bogotá, 10 March at 9:30');
    const read = cardSaying(await amara.says(`adjourn ${id} to 3 April 10am`), 'Check before it is kept');
    expect(textOf(read)).toContain('Saturday, April 3, 2027, 10:00 a.m.');
    expect(textOf(read)).toContain('Until now: Wednesday, March 10, 2027');
    const moved = cardOf(await amara.presses(filled(read, 'hearing.save')));
    expect(textOf(moved)).toContain('Adjourned.');
    expect(await ministry.store.hearings.find(id)).toMatchObject({
      revision: 2,
      schedule: { state: 'scheduled', time: { date: '2027-04-03' }, adjournedFrom: { date: '2027-03-10' } },
    });
    const open = cardSaying(
      await amara.says(`ajourner ${id} à une date à confirmer`),
      'Check before it is kept',
    );
    await amara.presses(filled(open, 'hearing.save'));
    expect(await ministry.store.hearings.find(id)).toMatchObject({ schedule: { state: 'to-be-announced' } });
  });

  test('adjourned by the button of its card, whose form keeps a wrong date', async () => {
    const { amara } = ministry.people;
    const id = await add('TERN appeal in Bogotá, 11 March at 9:30');
    const card = cardSaying(await amara.says(`hearing ${id}`), 'TERN');
    const form = cardSaying(await amara.presses(filled(card, 'hearing.adjourn')), 'new date and time');
    const past = { date: '2026-01-05', time: '10:00', toBeAnnounced: 'false' };
    const back = cardOf(await amara.presses(filled(form, 'hearing.check', past)));
    expect(textOf(back)).toContain('This time has passed');
    expect(JSON.stringify(back)).toContain('2026-01-05');
    expect(await ministry.store.hearings.find(id)).toMatchObject({ revision: 1 });
  });

  test('edited by a form that shows the notes to those entitled, which is on record', async () => {
    const { amara, omar } = ministry.people;
    const id = await add('TERN bail hearing in Bogotá, 12 March at 9:30');
    const form = cardSaying(await amara.says(`edit ${id}`), `Edit ${id}`);
    const read = cardOf(
      await amara.presses(filled(form, 'hearing.check', { court: 'Sala 2', judge: 'Judge Example' })),
    );
    const kept = cardOf(await amara.presses(filled(read, 'hearing.save')));
    expect(textOf(kept)).toContain('Sala 2');
    expect(await ministry.store.hearings.notesOf(id)).toEqual({ judge: 'Judge Example' });
    const others = cardSaying(await omar.says(`edit ${id}`), `Edit ${id}`);
    expect(JSON.stringify(others)).not.toContain('Judge Example');
    const account = await ministry.store.auditReader.accountOf({ kind: 'hearing', id });
    expect(account.map(({ event }) => event)).toEqual(['HearingAdded', 'NotesShown', 'HearingEdited']);
  });

  test('cancelled with a reason that no card shows', async () => {
    const { amara } = ministry.people;
    const id = await add('TERN verdict in Bogotá, 13 March at 9:30');
    const asks = cardSaying(await amara.says(`cancel ${id} because the charges were dropped`), 'Cancel TERN');
    const reason = { reason: 'the charges were dropped' };
    const stale = { ...filled(asks, 'hearing.call-off', reason) };
    const forged = await amara.presses({ ...stale, data: { ...(stale.data as object), revision: 9 } });
    expect(noticeOf(forged)).toContain('older date');
    expect(await ministry.store.hearings.find(id)).toMatchObject({ schedule: { state: 'scheduled' } });
    const done = cardOf(await amara.presses(filled(asks, 'hearing.call-off', reason)));
    expect(textOf(done)).toContain('Cancelled.');
    expect(JSON.stringify(done)).not.toContain('dropped');
    expect(await ministry.store.hearings.notesOf(id)).toEqual(reason);
    expect(saidIn(await amara.says(`adjourn ${id}`))).toContain('was cancelled');
  });

  test('and nothing follows from forged or broken data of a card', async () => {
    const { amara } = ministry.people;
    const id = await add('TERN sentencing in Bogotá, 14 March at 9:30');
    const before = await everything();
    for (const data of [
      {},
      { draft: 'x' },
      { hearing: "HRG-2026-0001'; drop" },
      { hearing: {} },
      undefined,
    ]) {
      for (const verb of [
        'save',
        'check',
        'choose',
        'change',
        'discard',
        'adjourn',
        'edit',
        'cancel',
        'call-off',
        'list',
      ]) {
        const answer = await amara.presses({ type: 'Action.Execute', verb: `hearing.${verb}`, data });
        expect(noticeOf(answer)).toContain('could not read');
      }
    }
    const unknown = await amara.presses({ type: 'Action.Execute', verb: 'hearing.constructor', data: {} });
    expect(noticeOf(unknown)).toContain('not known');
    expect(await everything()).toEqual(before);
    expect(saidIn(await amara.says('adjourn HRG-2020-0001 to 3 April 10am'))).toContain(
      'no hearing under that reference',
    );
    expect(saidIn(await amara.says('cancel hearing'))).toContain('Which hearing?');
    expect(id).toMatch(/^HRG-/);
  });
});

describe('hearings to come are listed', () => {
  test('for a person with those of their mission, page by page, and for a case with all', async () => {
    const { amara } = ministry.people;
    for (let day = 1; day <= 7; day += 1) await add(`PLOVER trial in Bogotá, ${day} December at 9:30`);
    const list = cardSaying(await amara.says('hearings'), 'Your hearings');
    expect(textOf(list)).toContain('PLOVER: trial');
    expect(textOf(list)).not.toContain('March');
    const [month] = buttonsOf(list).filter(({ type }) => type === 'Action.OpenUrl');
    expect(String(month?.url)).toMatch(/^https:\/\/vigil\.example\.org\/hearings\/month\?link=/);
    const [later] = buttonsOf(list).filter(({ title }) => title === 'Later');
    const second = cardOf(await amara.presses(later ?? {}));
    expect(textOf(second)).toContain('December 7, 2026');
    const inCase = cardSaying(await amara.says('case TERN'), 'Case TERN');
    expect(textOf(inCase)).toContain('cancelled');
    expect(saidIn(await amara.says('hearings of Atlantis'))).toContain('Case ATLANTIS');
    expect(saidIn(await amara.says('hearings of bogotá'))).toContain('Bogotá: hearings in the next 30 days');
  });

  test('with an empty list that says what can be done', async () => {
    const { omar } = ministry.people;
    expect(saidIn(await omar.says('hearings'))).toContain('None that you attend or follow');
    expect(saidIn(await omar.says('hearings', ministry.channels.rights))).toContain(
      'None of what is followed here',
    );
    expect(saidIn(await omar.says('hearings', groupChat()))).toContain('this chat follows');
  });
});

describe('cases and missions are followed', () => {
  test('in a channel, in its own language and zone, with reminders when it wants them', async () => {
    const { amara, luc } = ministry.people;
    const { mission, consular } = ministry.channels;
    await add('SWIFT trial in Bogotá, 20 December at 9:30');
    const followed = saidIn(await amara.says('follow case swift', mission));
    expect(followed).toContain('case SWIFT');
    expect(followed).toContain('14 days, 7 days, 1 day, 1 hour before');
    expect(followed).toContain('Next hearing: SWIFT, Sunday, December 20, 2026');
    const here = { kind: 'channel', id: mission.conversationId } as const;
    expect(await ministry.store.follows.settingsOf(here)).toMatchObject({
      language: 'en',
      zone: 'America/Bogota',
    });
    expect(saidIn(await amara.says('follow case SWIFT', mission))).toContain('Already followed here');
    expect(saidIn(await luc.says('suivre la mission Bogotá', consular))).toContain('la mission Bogota');
    const there = { kind: 'channel', id: consular.conversationId } as const;
    expect(await ministry.store.follows.settingsOf(there)).toMatchObject({
      language: 'fr',
      zone: 'America/Toronto',
    });
    expect(saidIn(await amara.says('remind us 7 d, 1 d and 2 hours before', mission))).toContain(
      '7 days, 1 day, 2 hours before',
    );
    expect(saidIn(await amara.says('remind us whenever', mission))).toContain('Say when');
    expect(saidIn(await amara.says('time zone San José', mission))).toContain('There are several');
    expect(saidIn(await amara.says('time zone Manila', mission))).toContain('Asia/Manila');
    expect(saidIn(await amara.says('reminders in French', mission))).toContain('in French');
    expect(saidIn(await amara.says('digest off', mission))).toContain('No weekly digest');
    const shown = saidIn(await amara.says('what do we follow', mission));
    expect(shown).toContain('case SWIFT');
    expect(shown).toContain('7 days, 1 day, 2 hours before, in French, by the clock of Asia/Manila');
    expect(shown).toContain('No weekly digest');
    expect(await ministry.store.follows.settingsOf(here)).toEqual({
      offsets: ['7d', '1d', '2h'],
      language: 'fr',
      zone: 'Asia/Manila',
    });
    const list = cardSaying(await amara.says('hearings', mission), 'this channel follows');
    const [later] = buttonsOf(list).filter(({ title }) => title === 'Later');
    expect(textOf(cardOf(await amara.presses(later ?? {}, mission)))).toContain('SWIFT');
  });

  test('and what is added to a followed case is told there', async () => {
    await add('SWIFT appeal in Bogotá, 21 December at 9:30');
    const told = await ministry.until(ministry.channels.mission, activity =>
      textOf(activity.attachments).includes('SWIFT, appel'),
    );
    expect(JSON.stringify(told)).not.toMatch(/Judge|judge/);
  });

  test('by a person, until they unfollow, but not by guests', async () => {
    const { omar } = ministry.people;
    expect(saidIn(await omar.says('unfollow case SWIFT'))).toContain('Not followed here');
    expect(saidIn(await omar.says('following'))).toContain('Nothing yet');
    expect(saidIn(await omar.says('digest on'))).toContain('Nothing yet');
    await omar.says('follow SWIFT');
    expect(saidIn(await omar.says('following'))).toContain('case SWIFT');
    expect(saidIn(await omar.says('hearings'))).toContain('SWIFT: appeal');
    expect(saidIn(await omar.says('digest on'))).toContain('Monday mornings');
    expect(saidIn(await omar.says('unfollow SWIFT'))).toContain('No longer followed');
    expect(saidIn(await omar.says('follow mission Atlantis'))).toContain('I know no mission or case');
    const guest = ministry.bot.meet('Guest');
    for (const text of [
      'follow SWIFT',
      'following',
      'unfollow SWIFT',
      'remind us 1 d',
      'calendar feed',
      'month',
    ])
      expect(saidIn(await guest.says(text))).toContain('Only officials');
  });

  test('and whoever asks learns who follows, wherever they do; people by name only where it is their work', async () => {
    const { amara, luc, omar } = ministry.people;
    const { mission, consular } = ministry.channels;
    await add('GANNET trial in Bogotá, 21 December at 9:30');
    await amara.says('follow case GANNET', mission);
    await omar.says('follow case GANNET', consular);
    await omar.says('follow case GANNET', groupChat());
    await amara.says('follow case GANNET');
    const inOwnChat = saidIn(await luc.says('qui suit GANNET ?'));
    expect(inOwnChat).toContain('Qui suit l’affaire GANNET');
    expect(inOwnChat).toContain('Bogota (son canal)');
    expect(inOwnChat).toContain('Opérations consulaires (son canal)');
    expect(inOwnChat).toContain('une conversation de groupe');
    expect(inOwnChat).toContain('– Amara');
    const inChannel = saidIn(await luc.says('qui suit l’affaire GANNET', mission));
    expect(inChannel).toContain('une personne, dans sa propre conversation');
    expect(inChannel).not.toContain('Amara');
    // The consular desk has nothing to do with the case.
    expect(saidIn(await omar.says('who follows GANNET'))).not.toContain('Amara');
    const all = saidIn(await omar.says('who follows what'));
    expect(all).toContain(
      'case GANNET: Bogotá (its channel), Consular operations (its channel), one group chat',
    );
    expect(saidIn(await omar.says('who follows PUFFIN'))).toContain('Nobody yet');
    expect(saidIn(await omar.says('who follows mission Erewhon'))).toContain('I know no mission');
  });
});

describe('hearings are seen in other programs', () => {
  const read = (address: string) => fetch(address.replace('https://vigil.example.org', ministry.bot.address));
  const addressIn = (text: string) => /https:\S+\.ics/.exec(text)?.[0] ?? '';

  test('by a secret address that only the person who asks gets, can renew and revoke', async () => {
    const { amara } = ministry.people;
    const { mission } = ministry.channels;
    expect(saidIn(await amara.says('calendar feed', mission))).toContain('in your own chat');
    const given = await ministry.until(amara.chat, activity => activity.text?.includes('.ics') ?? false);
    expect(JSON.stringify(ministry.posted(mission))).not.toContain('.ics');
    const first = addressIn(given.text ?? '');
    const feed = await read(first);
    expect(feed.status).toBe(200);
    expect(await feed.text()).toContain('SUMMARY:SWIFT');
    expect(saidIn(await amara.says('calendar feed', mission))).toContain('There is a calendar feed already');
    await amara.says('calendar feed renew', mission);
    const renewed = await ministry.until(
      amara.chat,
      activity => (activity.text?.includes('.ics') ?? false) && !activity.text?.includes(first),
    );
    expect((await read(first)).status).toBe(404);
    expect((await read(addressIn(renewed.text ?? ''))).status).toBe(200);
    expect(saidIn(await amara.says('flux de calendrier révoquer', mission))).toContain('has ended');
    expect((await read(addressIn(renewed.text ?? ''))).status).toBe(404);
    expect(saidIn(await amara.says('revoke calendar feed', mission))).toContain('no calendar feed to end');
  });

  test('by the page of a month, of what is followed where it is asked for', async () => {
    const { amara } = ministry.people;
    const [address = ''] =
      /https:\S+/.exec(saidIn(await amara.says('month', ministry.channels.mission))) ?? [];
    const page = await read(`${address}&month=2026-12`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('SWIFT');
  });
});

describe('a file of hearings is attached', () => {
  const header = 'case,kind,date,time,place,court,judge\n';
  const good = `${header}OSPREY,trial,2027-04-01,09:30,Bogotá,Juzgado 3,Judge Example\nOSPREY,appeal,2027-04-02,10:00,Bogotá,,\n`;
  const files: Record<string, string> = {
    '/good.csv': good,
    '/bad.csv': `${header}OSPREY,picnic,2027-04-01,09:30,Bogotá,,\nx,trial,2027-04-01,,Bogotá,,\n`,
  };
  const server = createServer((request, response) => {
    response.end(files[request.url ?? ''] ?? '');
  });
  beforeAll(() => new Promise<void>(done => server.listen(0, '127.0.0.1', done)));
  afterAll(() => server.close());

  async function attach(...names: string[]) {
    const { amara } = ministry.people;
    const activity = message(ministry.bot.installation, amara.who, amara.chat, '');
    const { port } = server.address() as AddressInfo;
    for (const name of names) {
      const downloadUrl = name.startsWith('https') ? name : `http://127.0.0.1:${port}/${name}`;
      const contentType = 'application/vnd.microsoft.teams.file.download.info';
      activity.attachments.push({ contentType, name: name.split('/').at(-1), content: { downloadUrl } });
    }
    return ministry.bot.deliver(activity);
  }

  test('is shown before it is taken, and taken once as a whole', async () => {
    const { amara, mei } = ministry.people;
    const before = (await everything()).length;
    const shown = cardSaying(await attach('good.csv'), '2 hearings to import');
    expect(textOf(shown)).toContain('Line 2: OSPREY: trial');
    expect(textOf(shown)).toContain('Thursday, April 1, 2027, 9:30 a.m.');
    expect(JSON.stringify(shown)).not.toContain('Judge Example');
    expect(await everything()).toHaveLength(before);
    expect(noticeOf(await mei.presses(filled(shown, 'hearing.take-file')))).toContain('is not kept any more');
    const taken = cardOf(await amara.presses(filled(shown, 'hearing.take-file')));
    expect(textOf(taken)).toContain('2 hearings were imported.');
    expect(await everything()).toHaveLength(before + 2);
    expect(noticeOf(await amara.presses(filled(shown, 'hearing.take-file')))).toContain('was sent already');
    const again = cardSaying(await attach('good.csv'), 'Nothing can be imported');
    expect(textOf(again)).toContain('Line 2: this hearing is on the calendar already.');
    expect(await everything()).toHaveLength(before + 2);
  });

  test('with every bad line named, and from nowhere but the ministry’s own storage', async () => {
    const bad = cardSaying(await attach('bad.csv'), 'Nothing can be imported');
    expect(textOf(bad)).toContain('Line 2: I do not know this kind of hearing.');
    expect(textOf(bad)).toContain('Line 3: the code name needs');
    expect(saidIn(await attach('https://attacker.example/good.csv'))).toContain('own storage in Teams');
    expect(saidIn(await attach('good.csv', 'bad.csv'))).toContain('one file of hearings at a time');
    expect(saidIn(await attach('notes.docx'))).toContain('I cannot read this file');
  });
});
