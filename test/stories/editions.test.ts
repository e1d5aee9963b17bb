import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { modelPath, readModel, sourcesOf } from '../../src/guidelines/model-file.ts';
import { temporaryShelf, useTrialEdition } from '../guidelines/trial-edition.ts';
import { type Answered, type Bot, publicUrl, startBot } from '../support/bot.ts';
import { buttonOf, textOf } from '../support/card.ts';

/** A ministry has added a French edition; the English one stays beside it. */
const shelf = temporaryShelf();
let bot: Bot;
let added: ReturnType<typeof useTrialEdition>;
beforeAll(async () => {
  added = useTrialEdition(shelf);
  bot = await startBot({}, { GUIDELINES_DIR: shelf.added });
}, 60_000);
afterAll(async () => {
  await bot.stop();
  shelf.remove();
});

const cardOf = ({ messages }: Answered) => messages[0]?.attachments?.[0]?.content;
const inFrenchEdition =
  'Texte d’essai : lignes directrices fictives, écrites pour les tests de Vigil. Essai.';
const inEnglishEdition =
  'Voices at risk: Canada’s guidelines on supporting human rights defenders. English text.';

test('what the start has learnt of it is kept for the next one', () => {
  const { edition } = added;
  const own = join(shelf.added, edition.id);
  const kept = readModel(modelPath(own, edition), sourcesOf(shelf.shipped, edition, own));
  expect(kept?.meanings).toContainEqual({ kind: 'passage', id: '3.8#2' });
});

test('a French question is answered in the words of the French edition, which the answer names', async () => {
  const card = cardOf(await bot.meet('Chloé', 'fr-CA').says('Peut-on lui rendre visite en prison ?'));
  const text = textOf(card);
  expect(text).toContain('Phrase fictive : avant de visiter un défenseur en prison');
  expect(text).toContain(inFrenchEdition);
  expect(text).not.toContain('qu’en anglais');
  expect(buttonOf(card, 'Lire dans les lignes directrices').url).toBe(
    `${publicUrl}/guidelines/3.8?edition=fr-essai#p2`,
  );
});

test('somebody whose Teams is in English gets the French edition for a French question', async () => {
  const text = textOf(cardOf(await bot.meet('Amara').says('Peut-on lui rendre visite en prison ?')));
  expect(text).toContain(inFrenchEdition);
  expect(text).not.toContain('only');
});

test('an English question is answered from the English edition, also to a French speaker', async () => {
  const text = textOf(cardOf(await bot.meet('Chloé', 'fr-CA').says('Can I visit her in jail?')));
  expect(text).toContain(inEnglishEdition);
});

test('thanks for an answer show it again in the words of its edition', async () => {
  const chloé = bot.meet('Chloé', 'fr-CA');
  const card = cardOf(await chloé.says('Peut-on lui rendre visite en prison ?'));
  const pressed = await chloé.presses(buttonOf(card, '👍 Oui'));
  expect(textOf(pressed.body.value)).toContain(inFrenchEdition);
  expect(bot.memory.feedback.entries.at(-1)).toMatchObject({ edition: 'fr-essai' });
});

test('the message extension searches the edition of the reader’s language', async () => {
  const { body } = await bot.meet('Chloé', 'fr-CA').searches({ words: 'visite en prison' });
  expect(textOf(body.composeExtension.attachments[0].content)).toContain('Phrase fictive');
});

test('the link opens the page of that edition, whatever the reader’s browser prefers', async () => {
  const page = await fetch(`${bot.address}/guidelines/3.8?edition=fr-essai`, {
    headers: { 'accept-language': 'en' },
  });
  const html = await page.text();
  expect(html).toContain('avant de visiter un défenseur en prison');
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('Other editions that Vigil knows:');
  expect(html).toContain('guidelines?lang=en&amp;edition=en');
  const other = await fetch(`${bot.address}/guidelines/3.8?edition=unknown&lang=en`);
  expect(await other.text()).toContain('Attendance by Canadian officials');
});
