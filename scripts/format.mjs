import { runNode } from './child.mjs';
import { binary } from './paths.mjs';

/**
 * Formats and mends what can be mended, in the files named or everywhere.
 * @param {readonly string[]} args
 */
export function format(args) {
  return runNode([binary('.', '@biomejs/biome', 'biome'), 'check', '--write', ...args]);
}
