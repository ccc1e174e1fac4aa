import { expect, it } from 'vitest';
import { type Facts, FIRST_FACTS, status, warnsOnLeave } from '../sync/status.ts';
import { type Sparlage, sparlage } from './sparlage.ts';

const JOINED: Facts = {
  ...FIRST_FACTS,
  socket: 'open',
  synced: true,
  offered: true,
  sent: 3,
  saved: 3,
  ratt: 'skriva',
};
const WRITING: Facts = { ...JOINED, sent: 4, dirty: true, localCopy: true };

const CASES: readonly (readonly [Sparlage, string, Facts])[] = [
  ['sparat', 'all saved', JOINED],
  ['sparat', 'reading', { ...JOINED, ratt: 'lasa' }],
  ['sparat', 'offline with nothing written', { ...JOINED, socket: 'closed', lost: true }],
  ['sparas', 'the last letters on their way', WRITING],
  ['sparas', 'reconnecting with something written', { ...WRITING, synced: false }],
  ['osparat', 'offline', { ...WRITING, socket: 'closed', lost: true, synced: false }],
  ['osparat', 'offline and kept', { ...WRITING, socket: 'closed', lost: true, synced: false, kept: true }],
  ['osparat', 'the server cannot store', { ...WRITING, storageOk: false }],
  ['osparat', 'the text is too big', { ...WRITING, tooBig: true }],
  ['osparat', 'the server refused it', { ...WRITING, ratt: 'lasa' }],
];

it.each(CASES)('[G14] before a seal one is told whether all one wrote is stored: %s (%s)', (expected, _when, facts) => {
  const view = {
    status: status(facts),
    mountable: true,
    editable: true,
    sealed: null,
    documentLarge: false,
    changes: 0,
  };
  expect(sparlage({ view: () => view, warnsOnLeave: () => warnsOnLeave(facts) })).toBe(expected);
});
