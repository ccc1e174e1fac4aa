import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { IndexeddbPersistence } from 'y-indexeddb';
import { Doc } from 'yjs';
import { antalOsparade, raderaKopior } from './lokalaKopior.ts';

async function kopia(namn: string, osparat: 0 | 1): Promise<IndexeddbPersistence> {
  const lagring = new IndexeddbPersistence(namn, new Doc());
  await lagring.whenSynced;
  await lagring.set('osparat', osparat);
  return lagring;
}

it('[G10] logging out counts what is only in this browser, and removes every copy of a text but nothing else', async () => {
  const kopior = [
    await kopia('samskrift:anna:h1', 1),
    await kopia('samskrift:anna:h2', 0),
    await kopia('samskrift:anna:h3', 1),
    await kopia('annat', 1),
  ];

  expect(await antalOsparade()).toBe(2);
  await raderaKopior();
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['annat']);
  expect(await antalOsparade()).toBe(0);
  await Promise.all(kopior.map((en) => en.destroy()));
});
