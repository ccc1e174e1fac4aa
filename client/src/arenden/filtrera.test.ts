import { expect, it } from 'vitest';
import { filtrera } from './filtrera.ts';

const arenden = [
  { titel: 'Svar på remiss om säkerhetsprogram', dnr: 'KUN 2026/101' },
  { titel: 'Öppettider på biblioteken', dnr: 'KUN 2026/12' },
];

it('[G5] the list is filtered by words of title and diarienummer, in any order and case', () => {
  const traffar = (sokt: string) => filtrera(arenden, sokt).map(({ dnr }) => dnr);

  expect(traffar('  ')).toEqual(['KUN 2026/101', 'KUN 2026/12']);
  expect(traffar('REMISS svar')).toEqual(['KUN 2026/101']);
  expect(traffar('öppet')).toEqual(['KUN 2026/12']);
  expect(traffar('kun2026/12')).toEqual(['KUN 2026/12']);
  expect(traffar('kun 2026/1')).toEqual(['KUN 2026/101', 'KUN 2026/12']);
  expect(traffar('remiss biblioteken')).toEqual([]);
});
