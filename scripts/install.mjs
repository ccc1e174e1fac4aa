import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './child.mjs';
import { NODE } from './paths.mjs';
import { say, seconds } from './say.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';

const PNPM = 'pnpm@12.21.0';
const SOURCES = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  'shared/package.json',
  'server/package.json',
  'server/bench/package.json',
  'client/package.json',
  'e2e/package.json',
];

/**
 * Installs what the lock file names, unless that has been done since any of the files it depends on changed.
 * @returns {Promise<number>} 0 when everything is in place, else the installer's exit code
 */
export async function install() {
  const hash = hashOf(SOURCES);
  if (isStamped('install', hash) && existsSync(NODE)) return 0;
  say('Installerar (första gången tar det en minut eller två) …');
  const since = performance.now();
  const { program, args, shell } = npx();
  const code = await run(program, [...args, '--yes', PNPM, 'install', '--frozen-lockfile'], {
    shell,
    // Without CI pnpm asks before it replaces a node_modules of another kind, and nobody may be there to answer.
    env: { CI: 'true' },
  });
  if (code !== 0) {
    say(
      `Installationen misslyckades (kod ${code}). Läs vad som står ovan; saknas nätet, försök igen när det är tillbaka.`,
    );
    return code;
  }
  if (!existsSync(NODE)) {
    say(`Installationen blev klar, men ${NODE} saknas. Ta bort node_modules och försök igen.`);
    return 1;
  }
  stamp('install', hash);
  say(`Installerat på ${seconds(since)}.`);
  return 0;
}

/** npx as a script beside the npm that runs this: no shell between, and the same on Windows. */
function npx() {
  const npm = process.env.npm_execpath;
  const script = npm === undefined ? '' : join(dirname(npm), 'npx-cli.js');
  if (existsSync(script)) return { program: process.execPath, args: [script], shell: false };
  return { program: 'npx', args: [], shell: process.platform === 'win32' };
}
