import { HANDLINGSTYPER } from '@samskrift/shared';
import { expect, it } from 'vitest';
import { valbaraAgare, valbaraSlag } from './slag.ts';

const GRUPP = { typ: 'partigrupp', id: 'g', namn: 'Landsbygdslistan' } as const;
const FORVALTNING = { typ: 'forvaltning', id: 'f', namn: 'Kulturförvaltningen' } as const;
const handlingsslag = [...HANDLINGSTYPER];

it('[G26] the kinds offered are those an owner one can choose has, and the owners those who have the kind', () => {
  const gruppens = valbaraSlag({ handlingsslag, mojligaAgare: [GRUPP] });
  expect(gruppens).toEqual(['reservation', 'sarskilt_uttalande', 'ersattaryttrande', 'protokollsanteckning']);
  const bada = { handlingsslag, mojligaAgare: [FORVALTNING, GRUPP] };
  expect(valbaraSlag(bada)).toEqual(HANDLINGSTYPER);
  expect(valbaraAgare(bada, 'tjansteutlatande')).toEqual([FORVALTNING]);
  expect(valbaraAgare(bada, 'reservation')).toEqual([FORVALTNING, GRUPP]);
  expect(valbaraSlag({ handlingsslag: ['tjansteutlatande', 'reservation'], mojligaAgare: [GRUPP] })).toEqual([
    'reservation',
  ]);
});
