import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './paths.mjs';

const read = (/** @type {string} */ file) => readFileSync(join(ROOT, file), 'utf8');
const all = (/** @type {string} */ text, /** @type {RegExp} */ pattern) =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

/** Tables of the account library, and the technical word for its own. */
const NOT_DOMAIN = ['user', 'session', 'account', 'verification'];

/** The values of a closed list in shared. */
const listed = (/** @type {string} */ file, /** @type {string} */ name) =>
  all(new RegExp(`const ${name} = \\[([^\\]]*)\\]`).exec(read(file))?.[1] ?? '', /'(\w+)'/g);

it('[K15] docs/ordlista.md has a line for every kind, läge, role, right, avsnitt and node of the text, and for every table of the store', () => {
  const words = [
    ...listed('shared/src/handlingstyp.ts', 'HANDLINGSTYPER'),
    ...listed('shared/src/arende.ts', 'ARENDESLAG'),
    ...listed('shared/src/arende.ts', 'ARENDELAGEN'),
    ...listed('shared/src/lage.ts', 'LAGEN'),
    ...listed('shared/src/ratt.ts', 'ROLLER'),
    ...listed('shared/src/ratt.ts', 'RATTER'),
    ...listed('shared/src/text/avsnittstyper.ts', 'AVSNITTSTYPER'),
    ...['avsnitt', 'beslutslista', 'fotnot', 'utfyllnad'].flatMap((file) =>
      all(read(`shared/src/text/${file}.ts`), /^ {2}name: '(\w+)'/gm),
    ),
    ...[read('server/src/db/migrations.ts'), read('server/src/store/tables.ts')].flatMap((text) =>
      // Not those that are made only to be renamed.
      all(text, /CREATE TABLE (?!\w+_ny\b)(\w+)/g),
    ),
  ].filter((word) => !NOT_DOMAIN.includes(word));
  expect(words.length).toBeGreaterThan(40);
  const terms = all(read('docs/ordlista.md'), /^\| ([^|]+) \|/gm).flatMap((term) =>
    term
      .toLowerCase()
      .split(/[,()`]+/)
      .map((word) => word.trim().replaceAll(/[åä]/g, 'a').replaceAll('ö', 'o').replaceAll(/[ -]/g, '_')),
  );
  expect(words.filter((word) => !terms.includes(word))).toEqual([]);
});
