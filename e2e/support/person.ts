import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { Network } from './network.ts';
import type { Server } from './server.ts';

/** What the browser says of a network that a test has cut; anything else in the console is a fault. */
const NETWORK_COMPLAINT = /net::ERR_|WebSocket connection to|Failed to fetch|ApiFel: Servern går inte att nå/;

/** One person at one browser, with what this person does and sees. */
export class Person {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly network: Network;
  readonly server: Server;
  readonly #complaints: string[] = [];
  readonly #provoked: RegExp[] = [];

  constructor(name: string, page: Page, network: Network, server: Server) {
    this.name = name;
    this.page = page;
    this.context = page.context();
    this.network = network;
    this.server = server;
    this.#listen(page);
    this.context.on('page', (opened) => this.#listen(opened));
  }

  /** What the browser has complained of that no test is the cause of: errors, uncaught ones, and the content policy. */
  complaints(): readonly string[] {
    const disturbed = this.network.disturbed || this.server.disturbed;
    const provoked = disturbed ? [...this.#provoked, NETWORK_COMPLAINT] : this.#provoked;
    return this.#complaints.filter((line) => !provoked.some((pattern) => pattern.test(line)));
  }

  /** A refusal that the test is about: the browser writes every answer of 400 and above in its console. */
  provokes(pattern: RegExp): void {
    this.#provoked.push(pattern);
  }

  /** Goes to an address of the app; the login page answers, and the person chooses their own name there. */
  async logIn(path = '/'): Promise<void> {
    await this.page.goto(new URL(path, this.server.url).href);
    await this.page.getByRole('button', { name: this.name }).click();
    await expect(this.page.getByRole('heading', { name: 'Logga in' })).toBeHidden();
  }

  /** Logs in at a handling and waits until its text can be written, or read. */
  async openHandling(id: string): Promise<void> {
    await this.logIn(`/handlingar/${id}`);
    await expect(this.text.getByRole('heading').first()).toBeVisible();
  }

  /** What is needed without network has been fetched. */
  async serviceWorkerReady(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  }

  /** The browser's own offline mode, which tells the page. */
  async goOffline(): Promise<void> {
    this.network.disturbed = true;
    await this.context.setOffline(true);
  }

  get text(): Locator {
    return this.page.getByRole('textbox', { name: 'Handlingens text' });
  }

  get status(): Locator {
    return this.page.locator('[data-plats="status"]');
  }

  get announced(): Locator {
    return this.page.getByRole('log');
  }

  tool(name: string): Locator {
    return this.page.getByRole('toolbar', { name: 'Verktyg för texten' }).getByRole('button', { name, exact: true });
  }

  /** The avsnitt under a heading. */
  avsnitt(rubrik: string): Locator {
    return this.text.locator('section').filter({ has: this.page.getByRole('heading', { name: rubrik, exact: true }) });
  }

  /** Puts the caret after the last word of a paragraph, by clicking there. */
  async clickEnd(paragraph: Locator): Promise<void> {
    await paragraph.scrollIntoViewIfNeeded();
    const end = await paragraph.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const box = element.getBoundingClientRect();
      const last = [...range.getClientRects()].filter(({ width }) => width > 0).at(-1) ?? box;
      return { x: Math.min(last.right - box.x + 2, box.width - 1), y: last.y - box.y + last.height / 2 };
    });
    await paragraph.click({ position: end });
  }

  /** Writes at the end of the first paragraph of an avsnitt. */
  async writeIn(rubrik: string, words: string): Promise<void> {
    await this.clickEnd(this.avsnitt(rubrik).locator('p').first());
    await this.page.keyboard.type(words);
  }

  /** Opens a menu by its button and chooses in it. */
  async menu(button: string, item: string): Promise<void> {
    await this.page.getByRole('button', { name: button }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async seal(): Promise<void> {
    await this.page.getByRole('button', { name: 'Justera', exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Justera handlingen?' });
    await dialog.getByRole('button', { name: 'Justera och lås texten' }).click();
    await expect(this.page.getByText(`Justerad av ${this.name}`)).toBeVisible();
  }

  /** Presses Tab until the thing has focus, as somebody without a mouse does. */
  async tabTo(thing: Locator): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      if (await thing.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    await expect(thing).toBeFocused({ timeout: 1 });
  }

  async sees(words: string | RegExp): Promise<void> {
    await expect(this.text).toContainText(words);
  }

  async doesNotSee(words: string | RegExp): Promise<void> {
    await expect(this.text).not.toContainText(words);
  }

  async statusIs(words: string | RegExp): Promise<void> {
    await expect(this.status).toHaveText(words, { timeout: 15_000 });
  }

  /** The words of the text, without the carets and names of others that stand among them. */
  async words(): Promise<string> {
    return this.text.evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const caret of copy.querySelectorAll('.andras-markor')) caret.remove();
      return [...copy.querySelectorAll('h2, p')].map((block) => block.textContent ?? '').join('\n');
    });
  }

  #listen(page: Page): void {
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const { url } = message.location();
      // Asking who one is before one has logged in; the browser writes every 401 in its console.
      if (url.endsWith('/api/mig') && message.text().includes('401')) return;
      this.#complaints.push(`${message.text()} (${url})`);
    });
    page.on('pageerror', (error) => this.#complaints.push(String(error)));
  }
}
