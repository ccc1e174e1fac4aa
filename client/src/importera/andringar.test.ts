import type { Andring } from '@samskrift/shared';
import { expect, it } from 'vitest';
import { borjan, raknaTyper } from './andringar.ts';

it('[G9] the changes of an import are counted by kind, the most frequent first', () => {
  const andring = (typ: Andring['typ'], rad: number): Andring => ({ typ, rad, fore: 'a', efter: 'b' });

  expect(raknaTyper([andring('rubrik', 1), andring('rader', 2), andring('rader', 9)])).toEqual([
    { typ: 'rader', antal: 2 },
    { typ: 'rubrik', antal: 1 },
  ]);
});

it('[G9] a long change is listed by its beginning, on one line', () => {
  expect(borjan('Kulturnämnden\n  överlämnar förslaget', 20)).toBe('Kulturnämnden överlä …');
  expect(borjan('kort')).toBe('kort');
});
