import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { type LocalCopy, openLocalCopy } from './local-copy.ts';

/** One more tab that opens the copy. */
async function tab(name: string): Promise<{ copy: LocalCopy; doc: Y.Doc }> {
  const doc = new Y.Doc();
  const copy = await openLocalCopy(name, doc);
  if (copy === null) throw new Error('there is no database');
  return { copy, doc };
}

it('[S26] a tab that has everything saved leaves the mark of another that is open, and takes over an ended one’s', async () => {
  const cutOff = await tab('samskrift:p:marks');
  cutOff.doc.getText('text').insert(0, 'Osparat');
  cutOff.copy.markDirty(true);

  const saved = await tab('samskrift:p:marks');
  expect(saved.copy.dirty).toBe(true);
  saved.copy.markDirty(false);
  await saved.copy.close();

  const third = await tab('samskrift:p:marks');
  expect(third.copy.dirty).toBe(true);
  await cutOff.copy.close();
  third.copy.markDirty(false);
  await third.copy.close();

  const fourth = await tab('samskrift:p:marks');
  expect(fourth.copy.dirty).toBe(false);
  expect(fourth.doc.getText('text').toString()).toBe('Osparat');
  await fourth.copy.clear();
});

it('[S26] a tab’s own mark is set again after it has been taken away', async () => {
  const first = await tab('samskrift:p:again');
  first.copy.markDirty(true);
  first.copy.markDirty(false);
  await first.copy.close();
  const second = await tab('samskrift:p:again');
  expect(second.copy.dirty).toBe(false);
  second.copy.markDirty(true);
  second.copy.markDirty(false);
  second.copy.markDirty(true);
  await second.copy.close();
  const third = await tab('samskrift:p:again');
  expect(third.copy.dirty).toBe(true);
  await third.copy.clear();
});
