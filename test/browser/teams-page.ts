import type { Browser, Locator, Page } from 'playwright-core';

/** Microsoft's local Teams client in a browser, by what a person does in it. */
export interface TeamsPage {
  readonly page: Page;
  openChat(name: string): Promise<void>;
  /** Types a message and sends it; in a group or channel, mentions Vigil first. */
  say(text: string, options?: { mention: boolean }): Promise<void>;
  /** Waits until a text is in the conversation, on a card or beside one. */
  sees(text: string | RegExp): Promise<void>;
  /** The newest card on the page that shows a text. */
  card(text: string | RegExp): Locator;
  /** All of them, oldest first. */
  cards(text: string | RegExp): Locator;
  /** Gives a day, such as 2027-03-22, to a card's field for one. */
  setDay(field: Locator, day: string): Promise<void>;
  /** Sends a file that Teams keeps at an address, as if it had been attached. */
  attach(name: string, address: string): Promise<void>;
  search(words: string): Promise<Locator>;
  /** Calls the message extension's action from the menu of a message; gives the dialog that it opens. */
  act(message: string): Promise<Locator>;
  /** Presses a button; gives what the bot answers, as the client gets it. */
  press(button: Locator): Promise<string>;
  /** The same as another of the client's users. */
  pressAs(userId: string, button: Locator): Promise<string>;
  /** Opens the client anew: what was said before is not shown any more. */
  reload(): Promise<void>;
  /** Takes a picture of the conversation, where VIGIL_SCREENSHOTS names a folder for those of the documents. */
  shoot(name: string): Promise<void>;
}

const shots = process.env.VIGIL_SCREENSHOTS;
/** The conversation alone, without the client's own lists and log. */
const conversation = { x: 325, y: 45, width: 630, height: 1150 };

/** Where the client tells its service of a press. */
const invokes = '**/_conversation/v1/invoke';

/** Where the client tells its service of an activity that was written by hand. */
const handmade = '**/_internal/v1/customActivities';
/** What Teams says an attached file is. */
const fileType = 'application/vnd.microsoft.teams.file.download.info';

/** Opens the client. Its requests to Microsoft's network for decoration are cut off. */
export async function openTeams(browser: Browser, address: string): Promise<TeamsPage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1200 } });
  page.setDefaultTimeout(30_000);
  await page.route(
    url => url.hostname !== '127.0.0.1' && url.hostname !== 'localhost',
    route => route.abort(),
  );
  const load = async () => {
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 60_000 });
    await page.getByRole('button', { name: 'Send Message' }).waitFor();
  };
  await load();
  const cards = (text: string | RegExp) => page.locator('.ac-adaptiveCard').filter({ hasText: text });
  // A card can have boxes of its own.
  const outside = ':not(.ac-adaptiveCard *)';
  // The log beside the conversation repeats what is said, whichever chat it is said in; each of its lines begins with a time.
  const outsideLog = page.locator(
    String.raw`:not(div:has(> span:text-matches("^\\[\\d+:\\d+:\\d+ [AP]M\\]")) > *)`,
  );
  const compose = page.locator(`[contenteditable=true]${outside}, textarea${outside}`).first();

  const press = async (button: Locator) => {
    const [response] = await Promise.all([page.waitForResponse(invokes), button.click()]);
    return response.text();
  };

  return {
    page,
    openChat: async name => {
      // What the message extension leaves open hides the rest of the page.
      await page.keyboard.press('Escape');
      await page.locator(`button[aria-label="${name}"]`).click();
    },
    say: async (text, options) => {
      await compose.click();
      if (options?.mention) {
        await page.keyboard.type('@');
        await page.getByRole('menuitem', { name: 'Vigil' }).first().click();
      }
      await page.keyboard.type(text);
      // A new post in a channel has a button of its own, above those of the answers.
      await page
        .getByRole('button', { name: /^(Post|Send Message)$/ })
        .first()
        .click();
    },
    sees: text => page.getByText(text).and(outsideLog).first().waitFor(),
    card: text => cards(text).last(),
    cards,
    setDay: async (field, day) => {
      // The client takes what `Date.parse` understands, and only once the field is left: 2027-03-22 would be midnight in
      // Greenwich, 22/03/2027 nothing. A click would open its calendar over the rest of the card.
      await field.fill(new Date(`${day}T00:00`).toLocaleDateString('en', { dateStyle: 'long' }));
      await field.blur();
    },
    // The client has no paperclip; it sends an activity written by hand, though, as from whoever sits there.
    attach: async (name, address) => {
      const attachments = [{ contentType: fileType, name, content: { downloadUrl: address } }];
      await page.route(handmade, async route => {
        const sent = route.request().postDataJSON();
        await route.continue({
          postData: JSON.stringify({ ...sent, type: 'message', text: '', attachments }),
        });
      });
      await page.getByRole('button', { name: 'Mock an Activity' }).click();
      await page.getByRole('menuitem', { name: 'Custom activity' }).click();
      const send = page.getByRole('button', { name: 'Send activity' });
      await Promise.all([page.waitForResponse(handmade), send.click()]);
      await page.unroute(handmade);
    },
    search: async words => {
      await page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
      await page.getByText('Search Command').click();
      await page.getByPlaceholder('Enter a search term').fill(words);
      await page.keyboard.press('Enter');
      return page.locator('body');
    },
    act: async message => {
      const withHeader = page.locator('div:has(> [aria-label="Message header"])');
      const menu = withHeader.filter({ hasText: message }).last().locator('button[aria-haspopup=menu]');
      await menu.first().click();
      await page.getByText('Action Command').click();
      // The client asks for the command's id, and takes none as well.
      await page.getByRole('button', { name: 'Create' }).click();
      return page.getByRole('dialog');
    },
    press,
    pressAs: async (userId, button) => {
      await page.route(invokes, async route => {
        const sent = route.request().postDataJSON();
        await route.continue({ postData: JSON.stringify({ ...sent, from: { id: userId } }) });
      });
      const answer = await press(button);
      await page.unroute(invokes);
      return answer;
    },
    reload: load,
    shoot: async name => {
      if (shots) await page.screenshot({ path: `${shots}/${name}.png`, clip: conversation });
    },
  };
}
