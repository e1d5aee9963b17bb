import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BothSides, openBothSides } from './both-sides.ts';
import { chromiumPath } from './chromium.ts';

describe.skipIf(!chromiumPath)('a hearing, entered and changed in the Teams client', () => {
  let sides: BothSides;
  let reference = '';

  beforeAll(async () => {
    sides = await openBothSides();
  }, 180_000);
  afterAll(() => sides?.stop(), 30_000);

  test('is typed as a sentence, read back and confirmed', { timeout: 90_000 }, async () => {
    const { mission, store } = sides;
    await mission.say('follow case HERON');
    await mission.sees('Now followed here: case HERON');
    await mission.say('add hearing HERON trial in Bogotá, Juzgado 3, in 9 days at 9:30');
    const read = mission.card('Check before it is kept');
    await read.waitFor();
    expect(await read.textContent()).toContain('9:30 a.m., by the court’s clock (America/Bogota)');
    expect(await store.hearings.list({ most: 10 })).toEqual([]);
    await mission.shoot('hearing-check');
    await read.getByRole('button', { name: 'Add it' }).click();
    const kept = mission.card('Added to the calendar.');
    await kept.waitFor();
    reference = /HRG-\d{4}-\d{4}/.exec((await kept.textContent()) ?? '')?.[0] ?? '';
    expect(reference).not.toBe('');
    await mission.shoot('hearing-kept');
  });

  test('is listed, and adjourned by the form of its card', { timeout: 90_000 }, async () => {
    const { mission, store } = sides;
    await mission.say('hearings');
    const list = mission.card('Your hearings in the next 30 days');
    await list.waitFor();
    expect(await list.textContent()).toContain('HERON: trial');
    await mission.shoot('hearing-list');
    await mission.say(`hearing ${reference}`);
    await mission.card(reference).getByRole('button', { name: 'Adjourned' }).click();
    const form = mission.card('Give the new date and time');
    await form.waitFor();
    await form.getByText('The court has still to announce the date').click();
    await mission.shoot('hearing-adjourn');
    await form.getByRole('button', { name: 'Check' }).click();
    const read = mission.card('Check before it is kept');
    await read.waitFor();
    await read.getByRole('button', { name: 'Adjourn it' }).click();
    await mission.card('Adjourned.').waitFor();
    expect(await store.hearings.find(reference)).toMatchObject({ schedule: { state: 'to-be-announced' } });
  });

  test('is entered by a form, which says what is to be mended and keeps the rest', {
    timeout: 90_000,
  }, async () => {
    const { mission } = sides;
    await mission.say('add hearing');
    const form = mission.card('Use the code name only');
    await form.getByLabel('Code name of the case').fill('TERN');
    await form.getByLabel(/^City of the court/).fill('Erewhon');
    await form.getByLabel('Judge (optional)').fill('Judge Example');
    await form.getByRole('button', { name: 'Check' }).click();
    const back = mission.card('I do not know this city');
    await back.waitFor();
    expect(await back.getByLabel('Judge (optional)').inputValue()).toBe('Judge Example');
    await mission.shoot('hearing-form');
    await back.getByRole('button', { name: 'Discard' }).click();
    await mission.card('Nothing was kept.').waitFor();
  });
});
