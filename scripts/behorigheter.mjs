import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rattTabell } from '../shared/src/ratt-tabell.ts';
import { ROOT } from './paths.mjs';

/** Below this line docs/behorigheter.md is the code's own answer. */
const MARK = '<!-- Härifrån skrivs filen av `npm run behorigheter`. -->';
export const FILE = join(ROOT, 'docs/behorigheter.md');

/** The page with its tables as the code now answers. */
export function written() {
  const page = readFileSync(FILE, 'utf8');
  return `${page.slice(0, page.indexOf(MARK))}${MARK}\n\n${rattTabell()}`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(FILE, written());
