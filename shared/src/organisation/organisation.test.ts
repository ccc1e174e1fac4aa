import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MALLAR, mallarFor } from '../mallar/mallar.ts';
import { ROLLER } from '../ratt.ts';
import { NyttUppdragSchema } from './api-organisation.ts';
import { dagenEfter, lasDag, sistaDag } from './datum.ts';
import {
  BeslutadeInstallningarSchema,
  erbjudnaMallar,
  erbjudnaSlag,
  InstallningarSchema,
  STANDARDINSTALLNINGAR,
} from './installningar.ts';
import { overlappar, unionen } from './perioder.ts';
import { ROLLER_I, ROLLNAMN, rollUr, UPPDRAGSORGAN } from './roller-i-organ.ts';

it('[O3] every role has an organ and every organ a role, and no role is there twice', () => {
  expect(Object.keys(ROLLER_I).sort()).toEqual([...UPPDRAGSORGAN].sort());
  for (const roller of Object.values(ROLLER_I)) expect(new Set(roller).size).toBe(roller.length);
  expect(new Set(Object.values(ROLLER_I).flat())).toEqual(new Set(ROLLER));
  for (const roll of ROLLER) expect(rollUr(` ${ROLLNAMN[roll].toUpperCase()} `)).toBe(roll);
  expect(rollUr('2:e vice ordförande')).toBe('vice_ordforande');
  expect(rollUr('kung')).toBeNull();
});

it('[O3] an uppdrag of a role that the organ has not, or that ends before it begins, is no uppdrag', () => {
  const uppdrag = { personId: 'p', organId: 'o', fran: '2027-01-01', till: null };
  for (const organTyp of UPPDRAGSORGAN) {
    for (const roll of ROLLER) {
      expect(NyttUppdragSchema.safeParse({ ...uppdrag, organTyp, roll }).success).toBe(
        ROLLER_I[organTyp].includes(roll),
      );
    }
  }
  const ledamot = { ...uppdrag, organTyp: 'namnd', roll: 'ledamot' };
  for (const till of ['2027-01-01', '2026-12-31', '2027-02-30', 'snart']) {
    expect(NyttUppdragSchema.safeParse({ ...ledamot, till }).success, till).toBe(false);
  }
  expect(NyttUppdragSchema.safeParse({ ...ledamot, till: '2027-01-02' }).success).toBe(true);
  const sagt = (fran: string) => NyttUppdragSchema.safeParse({ ...ledamot, fran }).error?.issues[0]?.message;
  for (const fran of ['1899-01-01', '9999-12-31']) expect(sagt(fran)).toBe('Välj ett år från 1900 till 2199.');
  for (const fran of ['2027-02-30', '1/3/2027', '']) expect(sagt(fran)).toBe('Skriv datumet som 2026-01-31.');
});

it('[O5] only what is switched off is missing among the kinds', () => {
  expect(erbjudnaSlag(STANDARDINSTALLNINGAR)).toHaveLength(6);
  const inget = { ersattaryttrande: false, sarskiltUttalande: false, protokollsanteckning: false };
  const utan = erbjudnaSlag({ ...STANDARDINSTALLNINGAR, ...inget });
  expect(utan).toEqual(['tjansteutlatande', 'protokollsparagraf', 'reservation']);
});

it('[O15] every mall is used until it is switched off, and a kind that the nämnd has keeps one', () => {
  expect(erbjudnaMallar(STANDARDINSTALLNINGAR)).toEqual(MALLAR);
  const med = (avstangdaMallar: readonly string[], om: object = {}) => ({
    ...STANDARDINSTALLNINGAR,
    avstangdaMallar: [...avstangdaMallar],
    ...om,
  });
  const ider = mallarFor('tjansteutlatande').map(({ id }) => id);
  const [forsta = '', ...ovriga] = ider;
  expect(erbjudnaMallar(med(ovriga)).filter(({ typ }) => typ === 'tjansteutlatande')).toHaveLength(1);
  expect(erbjudnaSlag(med(ovriga))).toContain('tjansteutlatande');
  expect(BeslutadeInstallningarSchema.safeParse(med([forsta])).success).toBe(true);
  const inga = BeslutadeInstallningarSchema.safeParse(med(ider));
  expect(inga.error?.issues).toMatchObject([{ path: ['avstangdaMallar', 'tjansteutlatande'] }]);
  expect(inga.error?.issues[0]?.message).toContain('Välj någon av: «Svar på remiss», «');
  expect(BeslutadeInstallningarSchema.safeParse(med(['ersattaryttrande'])).success).toBe(false);
  expect(BeslutadeInstallningarSchema.safeParse(med(['ersattaryttrande'], { ersattaryttrande: false })).success).toBe(
    true,
  );
  expect(InstallningarSchema.safeParse(med(['finns-inte'])).success).toBe(false);
});

it('[O11] a day is read as people write it, and one of two meanings is refused', () => {
  const same = ['2026-03-01', '20260301', '1 mars 2026', ' den 1 Mars 2026 '];
  expect(same.map(lasDag)).toEqual(same.map(() => '2026-03-01'));
  for (const text of ['', '1/3/2026', '2026-02-29', '2026-13-01', '0026-01-01', '2026-3-1', 'mars', '46082']) {
    expect(lasDag(text), text).toBeNull();
  }
  expect(dagenEfter('2028-02-28')).toBe('2028-02-29');
});

it('[O11] any day is read back, and the last day of what ends the day after is that day', () => {
  const day = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (tid) => {
      const iso = tid.toISOString().slice(0, 10);
      expect(lasDag(iso)).toBe(iso);
      expect(sistaDag(dagenEfter(iso))).toBe(iso);
    }),
  );
});

it('[O6] two periods overlap when a day is in both, and their union covers each', () => {
  const dag = fc.integer({ min: 0, max: 30 }).map((n) => dagenEfter('2026-01-01', n));
  const period = fc.record({ fran: dag, till: fc.option(dag) });
  const dagar = Array.from({ length: 40 }, (_, n) => dagenEfter('2026-01-01', n));
  const inom = ({ fran, till }: { fran: string; till: string | null }, d: string) =>
    fran <= d && (till === null || d < till);
  fc.assert(
    fc.property(period, period, (a, b) => {
      expect(overlappar(a, b)).toBe(dagar.some((d) => inom(a, d) && inom(b, d)));
      for (const d of dagar) if (inom(a, d) || inom(b, d)) expect(inom(unionen(a, b), d)).toBe(true);
    }),
  );
});
