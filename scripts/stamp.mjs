import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, ROOT } from './paths.mjs';

const FOLDER = inRoot('node_modules', '.samskrift');

/**
 * A hash of names and contents: of the files named, and of every file under the folders named.
 * @param {readonly string[]} names relative to the root; one that does not exist counts as such
 */
export function hashOf(names) {
  const hash = createHash('sha256');
  for (const file of names.flatMap(files)) {
    const bytes = readFileSync(join(ROOT, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * @param {string} name what was done
 * @param {string} hash of what it was done from
 */
export function isStamped(name, hash) {
  const file = join(FOLDER, name);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

/**
 * @param {string} name
 * @param {string} hash
 */
export function stamp(name, hash) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, name), hash);
}

/**
 * @param {string} name
 * @returns {readonly string[]}
 */
function files(name) {
  const stat = statSync(join(ROOT, name), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [name];
  return readdirSync(join(ROOT, name), { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && (entry.isDirectory() || entry.isFile()))
    .map((entry) => `${name}/${entry.name}`)
    .sort()
    .flatMap(files);
}
