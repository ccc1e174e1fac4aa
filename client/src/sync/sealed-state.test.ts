import { avsnitt, dokument, jsonFromYdoc, plainFromJson, stycke, updateFromJson } from '@samskrift/shared';
import { afterEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { openSealed } from './sealed-state.ts';

const SEALED = updateFromJson(dokument(avsnitt('arendet', 'Ärendet', stycke('Remissen kom i mars.'))));

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('[S25] a database that does not open keeps nobody who was there from the sealed text', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(Uint8Array.from(SEALED))));
  const live = new Y.Doc();
  Y.applyUpdate(live, SEALED);
  vi.stubGlobal('indexedDB', { open: () => ({}) });
  const opening = openSealed('p', 'h', { doc: live, dirty: true });
  await vi.advanceTimersByTimeAsync(1_500);
  const { sealed, merged } = await opening;
  expect(plainFromJson(jsonFromYdoc(sealed))).toContain('Remissen kom i mars.');
  expect(merged).toBeNull();
});
