import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ratt } from '../shared/src/ratt.ts';
import { FILE, written } from './behorigheter.mjs';

const page = readFileSync(FILE, 'utf8');
const WORDS = { '–': 'ingen', läsa: 'lasa', kommentera: 'kommentera', skriva: 'skriva' };
const COPY = { grupper: ['g'], atertagen: false };
/** @type {Record<string, { agare: object, inlamning: object | null }>} */
const KINDS = {
  'Förvaltningens handling': { agare: { typ: 'forvaltning', id: 'f' }, inlamning: null },
  'Nämndens handling': { agare: { typ: 'namnd', id: 'n' }, inlamning: null },
  'Partigruppens handling': { agare: { typ: 'partigrupp', id: 'g' }, inlamning: null },
  'Partigruppens inlämnade kopia': { agare: { typ: 'namnd', id: 'n' }, inlamning: COPY },
};
/** @type {Record<string, { typ: string, id: string }>} */
const PLACES = {
  'i nämnden': { typ: 'namnd', id: 'n' },
  'i dess förvaltning': { typ: 'forvaltning', id: 'f' },
  'i partigruppen': { typ: 'partigrupp', id: 'g' },
  'i en grupp som skriver med': { typ: 'partigrupp', id: 'g1' },
  'i en annan partigrupp': { typ: 'partigrupp', id: 'g2' },
  'i en annan nämnd': { typ: 'namnd', id: 'n2' },
  'i en annan förvaltning': { typ: 'forvaltning', id: 'f2' },
};

it('[Z6] docs/behorigheter.md is what `npm run behorigheter` writes now', () => {
  expect(page, 'Kör npm run behorigheter').toBe(written());
});

it('[Z6] every cell of docs/behorigheter.md is what ratt answers', () => {
  let cells = 0;
  const told = new Set();
  for (const section of page.split('\n## ').slice(1)) {
    const [title = '', , head = '', , ...rows] = section.split('\n');
    const [kind = '', lagen = ''] = title.split(': ');
    const places = columns(head).slice(1);
    for (const row of rows.filter((line) => line.startsWith('|'))) {
      const [roll = '', ...rights] = columns(row);
      for (const [index, right] of rights.entries()) {
        const place = places[index] ?? '';
        const words = right.split(' / ').map((word) => WORDS[/** @type {keyof typeof WORDS} */ (word)]);
        for (const lage of lagen.split(', ')) {
          told.add(`${kind} ${lage}`);
          const answered = ['presidiet', 'alla'].map((synsFor) => answer(kind, lage, synsFor, roll, place));
          expect([title, roll, place, words[0], words.at(-1)]).toEqual([title, roll, place, ...answered]);
          cells++;
        }
      }
    }
  }
  expect([told.size, cells]).toEqual([6 + 6 + 1 + 5, 18 * 20 * 7]);
});

/** What ratt says; a sealed text is asked of too, and is read as one that is justerad. */
function answer(
  /** @type {string} */ kind,
  /** @type {string} */ lage,
  /** @type {string} */ inlamnatSynsFor,
  /** @type {string} */ roll,
  /** @type {string} */ place,
) {
  const person = { id: 'p', uppdrag: [{ roll, organ: PLACES[place], fran: '2026-01-01', till: null }] };
  const namndensOrgan = [
    'i dess förvaltning',
    'i partigruppen',
    'i en grupp som skriver med',
    'i en annan partigrupp',
  ].map((one) => PLACES[one]);
  const om = {
    id: 'h',
    namndId: 'n',
    namndensOrgan,
    inlamnatSynsFor,
    medgrupper: ['g1'],
    javiga: [],
    delningar: [],
    ...KINDS[kind],
  };
  const asked = [
    { lage, forseglad: false },
    ...(lage === 'justerad' ? [{ lage: 'arbetsmaterial', forseglad: true }] : []),
  ];
  // Plain strings where branded ids are asked for: what is compared is the page, not the types.
  const answers = asked.map((one) =>
    ratt(/** @type {any} */ (person), /** @type {any} */ ({ ...om, ...one }), new Date('2026-06-01')),
  );
  expect(new Set(answers).size).toBe(1);
  return answers[0];
}

/** @param {string} row */
function columns(row) {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
