import { expect, it } from 'vitest';
import type { Roll } from '../ratt.ts';
import { type Partimedlem, svarande } from './gruppens-ja.ts';
import type { Uppdragsorgan } from './roller-i-organ.ts';

const i = (personId: string, roll: Roll, organTyp: Uppdragsorgan, organId: string, partiId = 'parti'): Partimedlem => ({
  personId,
  roll,
  organTyp,
  organId,
  partiId,
});
const GRUPP = { organTyp: 'partigrupp', organId: 'g1', partiId: 'parti' } as const;
const KANSLI = { organTyp: 'partikansli', organId: 'parti', partiId: 'parti' } as const;

it('[O14] in a group its gruppledare answer, else its members, else the party’s partikansli, never another party', () => {
  const ledare = i('leda', 'gruppledare', 'partigrupp', 'g1');
  const medlem = i('medlem', 'ledamot', 'partigrupp', 'g1');
  const kansli = i('kansli', 'politisk_sekreterare', 'partikansli', 'parti');
  const annan = i('annan', 'gruppledare', 'partigrupp', 'g2');
  const frammande = i('framling', 'gruppledare', 'partigrupp', 'g1', 'annat');
  const alla = [frammande, annan, kansli, medlem, ledare];
  expect(svarande(alla, GRUPP, 'ny')).toEqual(['leda']);
  expect(svarande([frammande, annan, kansli, medlem], GRUPP, 'ny')).toEqual(['medlem']);
  expect(svarande([frammande, annan, kansli], GRUPP, 'ny')).toEqual(['kansli']);
  expect(svarande([frammande, annan], GRUPP, 'ny')).toEqual([]);
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
