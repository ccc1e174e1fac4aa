import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, whatever directory the command was given in. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @param {readonly string[]} parts */
export const inRoot = (...parts) => join(ROOT, ...parts);

/** The workspace's own Node 24, from the npm package `node`. */
export const NODE = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * The script behind a package's command, to be run by NODE: the shims in .bin are shell scripts that Windows cannot spawn.
 * @param {string} workspace '.' or the folder of the workspace that depends on the package
 * @param {string} packageName
 * @param {string} command
 */
export function binary(workspace, packageName, command) {
  const folder = inRoot(workspace, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * The environment of everything that runs after the install: Node 24 comes first on PATH.
 * @param {NodeJS.ProcessEnv} extra
 */
export function environment(extra = {}) {
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [join(NODE, '..'), process.env[pathName] ?? ''].join(delimiter);
  return { ...process.env, [pathName]: path, ...extra };
}
