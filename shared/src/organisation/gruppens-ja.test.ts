import { expect, it } from 'vitest';
import type { Roll } from '../ratt.ts';
import { type Partimedlem, svarande, vantarPaGruppen } from './gruppens-ja.ts';
import type { Uppdragsorgan } from './roller-i-organ.ts';

const i = (
  personId: string,
  roll: Roll,
  organTyp: Uppdragsorgan,
  organId: string,
  partiId = 'parti',
  slutat: string | null = null,
): Partimedlem => ({
  personId,
  roll,
  organTyp,
  organId,
  partiId,
  slutat,
});
const GRUPP = { organTyp: 'partigrupp', organId: 'g1', partiId: 'parti' } as const;
const KANSLI = { organTyp: 'partikansli', organId: 'parti', partiId: 'parti' } as const;

it('[O14] in a group its gruppledare answer, else its members, else the party’s partikansli, else the party’s own, never another party', () => {
  const ledare = i('leda', 'gruppledare', 'partigrupp', 'g1');
  const medlem = i('medlem', 'ledamot', 'partigrupp', 'g1');
  const kansli = i('kansli', 'politisk_sekreterare', 'partikansli', 'parti');
  const annan = i('annan', 'gruppledare', 'partigrupp', 'g2');
  const frammande = i('framling', 'gruppledare', 'partigrupp', 'g1', 'annat');
  const alla = [frammande, annan, kansli, medlem, ledare];
  expect(svarande(alla, GRUPP, 'ny')).toEqual(['leda']);
  expect(svarande([frammande, annan, kansli, medlem], GRUPP, 'ny')).toEqual(['medlem']);
  expect(svarande([frammande, annan, kansli], GRUPP, 'ny')).toEqual(['kansli']);
  expect(svarande([frammande, annan], GRUPP, 'ny')).toEqual(['annan']);
  expect(svarande([frammande], GRUPP, 'ny')).toEqual([]);
});

it('[O14] in a partikansli its people answer, else the party’s gruppledare, else its groups’ members', () => {
  const kansli = i('kansli', 'politisk_sekreterare', 'partikansli', 'parti');
  const ledare = i('leda', 'gruppledare', 'partigrupp', 'g2');
  const medlem = i('medlem', 'ledamot', 'partigrupp', 'g1');
  expect(svarande([medlem, ledare, kansli], KANSLI, 'ny')).toEqual(['kansli']);
  expect(svarande([medlem, ledare], KANSLI, 'ny')).toEqual(['leda']);
  expect(svarande([medlem], KANSLI, 'ny')).toEqual(['medlem']);
  expect(svarande([], KANSLI, 'ny')).toEqual([]);
});

it('[O14] nobody answers for themself: who is alone there gets another role at once', () => {
  const ensam = i('ensam', 'ledamot', 'partigrupp', 'g1');
  expect(svarande([ensam], GRUPP, 'ensam')).toEqual([]);
  expect(svarande([ensam, i('andra', 'ledamot', 'partigrupp', 'g1')], GRUPP, 'ensam')).toEqual(['andra']);
});

it('[O18] where the party has nobody today, those who left last answer, those of the group before others, its gruppledare first', () => {
  const fd = (personId: string, slutat: string, organId = 'g1', roll: Roll = 'ledamot') =>
    i(personId, roll, 'partigrupp', organId, 'parti', slutat);
  const lange = fd('länge sedan', '2024-01-01', 'g1', 'gruppledare');
  const sist = fd('sist', '2026-01-01');
  const ledare = fd('ledde sist', '2026-01-01', 'g1', 'gruppledare');
  const annan = fd('annan', '2026-06-01', 'g2');
  expect(svarande([lange, sist, ledare, annan], GRUPP, 'ny')).toEqual(['ledde sist']);
  expect(svarande([lange, sist, annan], GRUPP, 'ny')).toEqual(['sist']);
  expect(svarande([annan], GRUPP, 'ny')).toEqual(['annan']);
  expect(svarande([lange, sist, ledare, i('nu', 'ledamot', 'partigrupp', 'g2')], GRUPP, 'ny')).toEqual(['nu']);
});

it('[O18] where there is nobody to ask, a party that has been used keeps everybody out but who was there', () => {
  const sjalv = i('själv', 'ledamot', 'partigrupp', 'g2', 'parti', '2025-01-01');
  const frammande = i('själv', 'ledamot', 'partigrupp', 'g9', 'annat');
  expect(vantarPaGruppen([], GRUPP, 'ny', true)).toBe(true);
  expect(vantarPaGruppen([], GRUPP, 'ny', false)).toBe(false);
  expect(vantarPaGruppen([sjalv], GRUPP, 'själv', true)).toBe(false);
  expect(vantarPaGruppen([frammande], GRUPP, 'själv', true)).toBe(true);
  expect(vantarPaGruppen([sjalv], GRUPP, 'ny', false)).toBe(true);
});
