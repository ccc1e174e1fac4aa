import { expect, it } from 'vitest';
import { type Namnform, type Namngiven, namnlista } from './namnlista.ts';

const p = (namn: string, parti: string | null): Namngiven => ({ namn, parti });
const [anna, bo, carin, dag] = [p('Anna Ek', 'MP'), p('Bo Berg', 'MP'), p('Carin Lind', 'MP'), p('Dag Alm', 'KD')];

const CASES: readonly [readonly Namngiven[], Namnform, string][] = [
  [[], 'alla_namn', ''],
  [[anna], 'mfl_alla', 'Anna Ek (MP)'],
  [[anna, bo, carin], 'mfl_alla', 'Anna Ek m.fl. (alla MP)'],
  [[anna, bo], 'mfl_alla', 'Anna Ek och Bo Berg (båda MP)'],
  [[anna, bo], 'alla_namn', 'Anna Ek och Bo Berg (båda MP)'],
  [[anna, bo, carin], 'alla_namn', 'Anna Ek, Bo Berg och Carin Lind (alla MP)'],
  [[anna, bo], 'mfl', 'Anna Ek m.fl. (MP)'],
  // Domain §2.4, a joint reservation: A (KD), B m.fl. (alla M), C (L) och D (C).
  [
    [dag, p('B', 'M'), p('B2', 'M'), p('B3', 'M'), p('C', 'L'), p('D', 'C')],
    'mfl_alla',
    'Dag Alm (KD), B m.fl. (alla M), C (L) och D (C)',
  ],
  // Domain §2.3, a yrkande: A (MP), B m.fl. (S) och C (V).
  [[p('A', 'MP'), p('B', 'S'), p('C', 'V'), p('B2', 'S')], 'mfl', 'A (MP), B m.fl. (S) och C (V)'],
  [[p('Utan Parti', null), p('Annan Utan', null), anna], 'mfl_alla', 'Utan Parti, Annan Utan och Anna Ek (MP)'],
];

it.each(CASES)('[O9] %j as %s is «%s»', (personer, form, text) => {
  expect(namnlista(personer, form)).toBe(text);
});
