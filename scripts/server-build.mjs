import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './child.mjs';
import { inRoot } from './paths.mjs';
import { say, seconds } from './say.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';

const SOURCES = [
  'pnpm-lock.yaml',
  'server/bundle.mjs',
  'server/package.json',
  'server/src',
  'shared/package.json',
  'shared/src',
];
const FOLDER = inRoot('server', 'dist');
const NOT_DONE = '';
/** Files of earlier builds stay as long as a server may still be running that was started from them; milliseconds. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** The server's program as `npm start` and the bench run it. */
export const SERVER = join(FOLDER, 'main.js');
/**
 * How Node is asked to run it. V8 would let new objects fill 32 MB before it looks for the dead among them: in 4 they stay in the
 * processor's cache, a letter costs a tenth less, and two thousand rooms take a third less memory (docs/prestanda.md).
 */
export const SERVER_FLAGS = ['--max-semi-space-size=4'];
/** And the C library: with an arena for each of the threads, what one of them gives back stays the process's, 5–7 kB a room. */
export const SERVER_ENV = { MALLOC_ARENA_MAX: '2' };

/**
 * Builds the server into server/dist, unless that has been done since its sources changed.
 * @returns {Promise<number>} 0 when it is in place, else the bundler's exit code
 */
export async function buildServer() {
  const hash = hashOf(SOURCES);
  if (isStamped('server', hash) && existsSync(SERVER)) return 0;
  say('Bygger servern …');
  const since = performance.now();
  // What a build that was cut off leaves behind is nobody's.
  stamp('server', NOT_DONE);
  const code = await runNode([inRoot('server', 'bundle.mjs')]);
  if (code !== 0) {
    say(`Servern kunde inte byggas (kod ${code}). Felet står ovan.`);
    return code;
  }
  for (const file of readdirSync(FOLDER)) {
    if (statSync(join(FOLDER, file)).mtimeMs < Date.now() - KEPT_MS) rmSync(join(FOLDER, file));
  }
  stamp('server', hash);
  say(`Byggd på ${seconds(since)}.`);
  return 0;
}

// As a program, for what is started without npm.
if (import.meta.main) process.exitCode = await buildServer();
