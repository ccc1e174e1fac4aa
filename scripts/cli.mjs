import { resolve } from 'node:path';
import { runNode } from './child.mjs';
import { inRoot, ROOT } from './paths.mjs';

/**
 * Runs one of the server's own commands in the directory npm was called from, so that file names mean what they say there;
 * the store is the same one as `npm start` uses.
 * @param {'verify' | 'import' | 'rotate-keys'} name
 * @param {readonly string[]} args
 */
export function serverCommand(name, args) {
  return runNode([inRoot('server', 'src', 'cli', `${name}.ts`), ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { DATA_DIR: resolve(ROOT, process.env.DATA_DIR ?? 'data') },
  });
}
