import { expect, it } from 'vitest';
import {
  ARENDELAGEN,
  type Arendelage,
  arDatum,
  dnrBrist,
  forBeslut,
  foreslaDnr,
  handlingsnummer,
  nastaLagen,
  normaliseraDnr,
} from './arende.ts';

it('[N1] a diarienummer has one form, whatever space, case and zeros it is written with', () => {
  for (const dnr of ['KUN2026/12', 'KUN 2026/12', ' kun  2026/12 ', 'KUN 2026/0012', 'KUN 2026 / 12'])
    expect(normaliseraDnr(dnr)).toBe('KUN 2026/12');
  expect(normaliseraDnr('ärn2026/1')).toBe('ÄRN 2026/1');
  for (const none of ['12/2026', 'KUN 26/1', '']) expect(normaliseraDnr(none)).toBe(none);
});

it('[N2] the next diarienummer follows the greatest of the year, and begins the new year with 1', () => {
  expect(foreslaDnr(['KUN 2026/9', 'KUN 2026/114', 'KUN 2025/900'], 2026)).toBe('KUN 2026/115');
  expect(foreslaDnr(['KUN 2026/9'], 2027)).toBe('KUN 2027/1');
  expect(foreslaDnr(['KUN 2025/9', 'KFN 2026/3'], 2026)).toBe('KFN 2026/4');
  expect(foreslaDnr([], 2026)).toBeNull();
});

it('[N19] a diarienummer begins with the nämnd’s own letters, and the next is suggested with them', () => {
  expect(dnrBrist('KUN 2026/9', 'KUN')).toBeNull();
  expect(dnrBrist('KFN 2026/9', '')).toBeNull();
  for (const dnr of ['KFN 2026/9', 'KU 2026/9', 'KUNN 2026/9'])
    expect(dnrBrist(dnr, 'KUN'), dnr).toBe('Nämndens diarienummer börjar med KUN. Skriv det som KUN 2026/123.');
  expect(foreslaDnr(['KUN 2026/9', 'KFN 2026/30'], 2026, 'KUN')).toBe('KUN 2026/10');
  expect(foreslaDnr(['KFN 2026/30'], 2026, 'KUN')).toBe('KUN 2026/1');
  expect(foreslaDnr([], 2026, 'KUN')).toBe('KUN 2026/1');
});

it('[N5] the states of an ärende: every change is answered, nothing is decided without a meeting', () => {
  const expected: Record<Arendelage, readonly Arendelage[]> = {
    oppnat: ['beredning', 'till_sammantrade', 'avslutat'],
    beredning: ['till_sammantrade', 'avslutat'],
    till_sammantrade: ['beredning', 'beslutat'],
    beslutat: ['beredning', 'avslutat'],
    avslutat: ['beredning'],
  };
  for (const lage of ARENDELAGEN) expect(nastaLagen(lage), lage).toEqual(expected[lage]);
  expect(ARENDELAGEN.filter(forBeslut)).toEqual(['oppnat', 'beredning', 'till_sammantrade']);
});

it('[N6] a handlingsnummer is the ärende and the place in it', () => {
  expect(handlingsnummer('KUN 2023/695', 2)).toBe('KUN 2023/695-2');
  expect(handlingsnummer('KUN2023/695', 12)).toBe('KUN 2023/695-12');
});

it('[N3] a day is one there is', () => {
  for (const day of ['2026-02-28', '2028-02-29']) expect(arDatum(day)).toBe(true);
  for (const none of ['2026-02-29', '2026-13-01', '2026-1-1', 'i morgon', '']) expect(arDatum(none)).toBe(false);
});
