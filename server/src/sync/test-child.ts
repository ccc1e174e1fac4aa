import assert from 'node:assert';
import { TEST_KEY } from '../store/empty-file.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { HANDLING, openTestbed } from './testbed.ts';

/** The sync engine alone as a process of its own, for tests that kill it: FILE is its store, PORT where it listens. */
const { FILE, PORT } = process.env;
assert(FILE !== undefined && PORT !== undefined && process.send !== undefined, 'forked with FILE and PORT');
const testbed = await openTestbed(
  openSqliteStore(FILE, TEST_KEY),
  { updatesPerSecond: 1e9, updateBurst: 1e9 },
  Number(PORT),
);
for (let i = 0; i < 60; i++) testbed.gate.share(HANDLING, `writer${i}`, 'skriva');
process.send(testbed.url);
