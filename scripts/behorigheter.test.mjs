import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ratt } from '../shared/src/ratt.ts';
import { FILE, written } from './behorigheter.mjs';

const page = readFileSync(FILE, 'utf8');
const WORDS = { '–': 'ingen', läsa: 'lasa', kommentera: 'kommentera', skriva: 'skriva' };
const OWNERS = { Förvaltningens: 'forvaltning', Nämndens: 'namnd', Partigruppens: 'partigrupp' };
/** @type {Record<string, { typ: string, id: string }>} */
const PLACES = {
  'i nämnden': { typ: 'namnd', id: 'n' },
  'i dess förvaltning': { typ: 'forvaltning', id: 'f' },
  'i partigruppen': { typ: 'partigrupp', id: 'g' },
  'i en grupp som skriver med': { typ: 'partigrupp', id: 'med' },
  'i en annan partigrupp': { typ: 'partigrupp', id: 'g2' },
  'i en annan nämnd': { typ: 'namnd', id: 'n2' },
  'i en annan förvaltning': { typ: 'forvaltning', id: 'f2' },
};

it('[Z6] docs/behorigheter.md is what `npm run behorigheter` writes now', () => {
  expect(page, 'Kör npm run behorigheter').toBe(written());
});

it('[Z6] every cell of docs/behorigheter.md is what ratt answers', () => {
  let cells = 0;
  for (const section of page.split('\n## ').slice(1)) {
    const [title = '', , head = '', , ...rows] = section.split('\n');
    const typ = OWNERS[/** @type {keyof typeof OWNERS} */ (title.split(' ')[0])];
    const agare = { typ, id: { forvaltning: 'f', namnd: 'n', partigrupp: 'g' }[typ] };
    const places = columns(head).slice(1);
    for (const row of rows.filter((line) => line.startsWith('|'))) {
      const [roll = '', ...rights] = columns(row);
      for (const [index, right] of rights.entries()) {
        const organ = PLACES[places[index] ?? ''];
        const person = { id: 'p', uppdrag: [{ roll, organ, fran: '2026-01-01', till: null }] };
        const told = right.split(' / ').map((word) => WORDS[/** @type {keyof typeof WORDS} */ (word)]);
        const answered = [false, true].map((forseglad) => {
          const handling = { id: 'h', namndId: 'n', agare, forseglad, medgrupper: ['med'], delningar: [] };
          // Plain strings where branded ids are asked for: what is compared is the page, not the types.
          return ratt(/** @type {any} */ (person), /** @type {any} */ (handling), new Date('2026-06-01'));
        });
        expect([title, roll, places[index], ...told]).toEqual([title, roll, places[index], ...answered]);
        cells++;
      }
    }
  }
  expect(cells).toBe(3 * 12 * 7);
});

/** @param {string} row */
function columns(row) {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
