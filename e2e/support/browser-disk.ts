import type { CDPSession } from '@playwright/test';
import type { Person } from './person.ts';

const ROOM_BYTES = 8_000_000;

/** How much one person's browser may store. */
export class BrowserDisk {
  readonly #person: Person;
  readonly #devtools: CDPSession;

  /** Before the person's first page: what a site may store is asked for once, and remembered for half a minute. */
  static async of(person: Person): Promise<BrowserDisk> {
    const disk = new BrowserDisk(person, await person.context.newCDPSession(person.page));
    await disk.#room(ROOM_BYTES);
    return disk;
  }

  private constructor(person: Person, devtools: CDPSession) {
    this.#person = person;
    this.#devtools = devtools;
  }

  /** There is room for nothing more. */
  async fill(): Promise<void> {
    await this.#room(1);
    const refused = await this.#person.page.evaluate(writesTooMuch, ROOM_BYTES);
    if (refused !== 'QuotaExceededError') throw new Error(`the browser's disk is not full: ${refused}`);
  }

  async #room(quotaSize: number): Promise<void> {
    const { origin } = this.#person.server.url;
    await this.#devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
  }
}

/** What the browser says of a write that has no room: it must then ask again how much there is. */
function writesTooMuch(bytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('skrap');
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => opening.result.createObjectStore('skrap');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('skrap', 'readwrite');
      transaction.objectStore('skrap').put(new Uint8Array(bytes), 1);
      transaction.oncomplete = () => resolve('it was written');
      transaction.onabort = () => resolve(transaction.error?.name ?? 'it was given up');
    };
  });
}
