import { type BrowserContextOptions, test as base, expect } from '@playwright/test';
import { Network } from './network.ts';
import { Person } from './person.ts';
import { Server } from './server.ts';

interface Stage {
  /** Whether the server has the demo's persons; without, nobody yet. */
  readonly demo: boolean;
  /** Further settings of the server. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Whether the browsers keep the pages for when there is no network. That fetches all of them once for each person, a third of
   * what a test costs: most do without, as a private window does.
   */
  readonly keepsPages: boolean;
  /** A server of this test's own, started. */
  readonly server: Server;
  /** Lets somebody come, with a browser and a network of their own; not yet logged in. */
  readonly person: (name: string, options?: BrowserContextOptions) => Promise<Person>;
}

/** Every test ends by asking each person's browser whether it had anything to complain of. */
export const test = base.extend<Stage>({
  demo: [true, { option: true }],
  environment: [{}, { option: true }],
  keepsPages: [false, { option: true }],
  server: async ({ demo, environment }, use) => {
    const server = new Server(demo, environment);
    try {
      await server.start();
      await use(server);
    } finally {
      await server.dispose();
    }
  },
  person: async ({ browser, server, keepsPages }, use) => {
    const persons: Person[] = [];
    await use(async (name, options = {}) => {
      const network = new Network();
      const context = await browser.newContext({ ...options, proxy: { server: await network.open() } });
      if (!keepsPages) await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
      const person = new Person(name, await context.newPage(), network, server);
      persons.push(person);
      return person;
    });
    const complaints = persons.flatMap((person) => person.complaints().map((line) => `${person.name}: ${line}`));
    for (const { context, network } of persons) {
      await context.close();
      await network.close();
    }
    expect(complaints).toEqual([]);
  },
});

export { expect };
