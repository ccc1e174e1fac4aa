import { existsSync } from 'node:fs';
import { runNode } from './child.mjs';
import { layCompressedBeside } from './compressed.mjs';
import { binary, inRoot } from './paths.mjs';
import { say, seconds } from './say.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';

const SOURCES = [
  'pnpm-lock.yaml',
  'tsconfig.base.json',
  'client/package.json',
  'client/tsconfig.json',
  'client/vite.config.ts',
  'client/index.html',
  'client/public',
  'client/src',
  'shared/package.json',
  'shared/src',
  'scripts/compressed.mjs',
];

/**
 * Builds the pages into client/dist, unless that has been done since their sources changed.
 * @returns {Promise<number>} 0 when they are in place, else Vite's exit code
 */
export async function buildClient() {
  const hash = hashOf(SOURCES);
  if (isStamped('client', hash) && existsSync(inRoot('client', 'dist', 'index.html'))) return 0;
  say('Bygger sidorna …');
  const since = performance.now();
  const code = await runNode([binary('client', 'vite', 'vite'), 'build', '--logLevel', 'warn'], {
    cwd: inRoot('client'),
  });
  if (code !== 0) {
    say(`Sidorna kunde inte byggas (kod ${code}). Felet står ovan.`);
    return code;
  }
  await layCompressedBeside(inRoot('client', 'dist'));
  stamp('client', hash);
  say(`Byggda på ${seconds(since)}.`);
  return 0;
}
