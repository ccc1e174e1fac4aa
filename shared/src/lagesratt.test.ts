import { describe, expect, it } from 'vitest';
import { forvaltningId, handlingId, namndId, partigruppId, personId } from './ids.ts';
import { LAGEN, LAGESAKTER, type Lagesakt } from './lage.ts';
import { arFortroendevald, farAterta, farLamnaIn, mojligaAkter } from './lagesratt.ts';
import { ROLLER_I, SITTER } from './organisation/roller-i-organ.ts';
import { farDela, farJustera, farSkapa, type Organ, type RattHandling, ROLLER, type Roll, ratt } from './ratt.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const GRUPP_ID = partigruppId('grupp-a');
const NAMND: Organ = { typ: 'namnd', id: namndId('kun') };
const FORVALTNING: Organ = { typ: 'forvaltning', id: forvaltningId('kuf') };
const GRUPP: Organ = { typ: 'partigrupp', id: GRUPP_ID };
const PLATSER = {
  NAMND,
  FORVALTNING,
  GRUPP,
  ANNAN_NAMND: { typ: 'namnd', id: namndId('idn') },
  ANNAN_FORVALTNING: { typ: 'forvaltning', id: forvaltningId('idf') },
  ANNAN_GRUPP: { typ: 'partigrupp', id: partigruppId('grupp-b') },
} satisfies Record<string, Organ>;
type Plats = keyof typeof PLATSER;

const person = (roll: Roll, plats: Plats) => ({
  id: personId('p'),
  uppdrag: [{ roll, organ: PLATSER[plats], fran: '2026-01-01', till: null }],
});
const handling = (agare: Organ, more: Partial<RattHandling> = {}): RattHandling => ({
  id: handlingId('h'),
  namndId: namndId('kun'),
  agare,
  lage: 'arbetsmaterial',
  medgrupper: [],
  javiga: [],
  forseglad: false,
  inlamning: null,
  inlamnatSynsFor: 'presidiet',
  namndensOrgan: [FORVALTNING, GRUPP, PLATSER.ANNAN_GRUPP],
  delningar: [],
  ...more,
});
const KOPIA = handling(NAMND, { lage: 'inlamnad', inlamning: { grupper: [GRUPP_ID], atertagen: false } });
const ATERTAGEN = { ...KOPIA, inlamning: { grupper: [GRUPP_ID], atertagen: true } };

/** Every role in every place that may do the act to the handling. */
function whoMay(akt: Lagesakt, one: RattHandling): string[] {
  return Object.keys(PLATSER).flatMap((plats) =>
    ROLLER.filter((roll) => mojligaAkter(person(roll, plats as Plats), one, NOW).includes(akt)).map(
      (roll) => `${roll} ${plats}`,
    ),
  );
}

describe('the acts on a läge', () => {
  const forvaltningens = handling(FORVALTNING);
  const namndens = handling(NAMND);

  it('[Y2] a förvaltning’s text is handed in and taken back by its handläggare and chef; a nämnd’s own by its secretary', () => {
    const egna = ['handlaggare FORVALTNING', 'forvaltningschef FORVALTNING'];
    expect(whoMay('lamnaIn', forvaltningens).sort()).toEqual(egna.sort());
    expect(whoMay('taTillbaka', { ...forvaltningens, lage: 'inlamnad' }).sort()).toEqual(egna.sort());
    expect(whoMay('lamnaIn', namndens)).toEqual(['namndsekreterare NAMND']);
    expect(whoMay('taTillbaka', { ...namndens, lage: 'inlamnad' })).toEqual(['namndsekreterare NAMND']);
    expect(whoMay('taTillbaka', KOPIA)).toEqual([]);
  });

  it('[Y2] the secretary alone sends out, and nothing that has been taken back', () => {
    for (const one of [
      { ...forvaltningens, lage: 'inlamnad' as const },
      { ...namndens, lage: 'inlamnad' as const },
      KOPIA,
    ])
      expect(whoMay('skickaUt', one)).toEqual(['namndsekreterare NAMND']);
    expect(whoMay('skickaUt', ATERTAGEN)).toEqual([]);
  });

  it('[Y2] the secretary and the registrator expedite and archive', () => {
    const officers = ['namndsekreterare NAMND', 'registrator FORVALTNING', 'registrator NAMND'];
    expect(whoMay('expediera', { ...KOPIA, lage: 'utskickad' }).sort()).toEqual(officers);
    expect(whoMay('arkivera', { ...KOPIA, lage: 'utskickad' }).sort()).toEqual(officers);
    expect(whoMay('arkivera', { ...forvaltningens, forseglad: true }).sort()).toEqual(officers);
  });

  it('[Y2] nobody does to a partigrupp’s draft what is done to others, and nobody does what the table has no cell for', () => {
    for (const akt of LAGESAKTER) {
      for (const lage of LAGEN) expect(whoMay(akt, handling(GRUPP, { lage }))).toEqual([]);
      expect(whoMay(akt, { ...KOPIA, lage: 'arkiverad' })).toEqual([]);
    }
  });

  it('[Z10] who follows the nämnd without a seat in it does nothing to its texts, whatever they see', () => {
    const foljer = ROLLER_I.namnd.filter(
      (roll) => !SITTER.includes(roll) && !['namndsekreterare', 'registrator'].includes(roll),
    );
    expect(foljer).toHaveLength(7);
    for (const roll of foljer)
      for (const one of [forvaltningens, namndens, KOPIA])
        for (const lage of LAGEN) {
          const who = person(roll, 'NAMND');
          const text = { ...one, lage };
          const told = [mojligaAkter(who, text, NOW), farJustera(who, text, NOW), farDela(who, text, NOW)];
          expect([roll, lage, ...told]).toEqual([roll, lage, [], false, false]);
          expect(farSkapa(who, text.agare, NOW)).toBe(false);
          expect(['ingen', 'lasa']).toContain(ratt(who, text, NOW));
        }
  });

  it('[Y3] a förtroendevald of the group hands in its draft and takes the copy back; its politiske sekreterare and all others never', () => {
    for (const plats of Object.keys(PLATSER) as Plats[]) {
      for (const roll of ROLLER) {
        const may = plats === 'GRUPP' && ['ledamot', 'ersattare', 'gruppledare'].includes(roll);
        const one = person(roll, plats);
        expect([plats, roll, arFortroendevald(one, [GRUPP_ID], NOW)]).toEqual([plats, roll, may]);
        expect([plats, roll, farLamnaIn(one, handling(GRUPP), NOW)]).toEqual([plats, roll, may]);
        expect([plats, roll, farAterta(one, KOPIA, NOW)]).toEqual([plats, roll, may]);
        for (const done of [
          ATERTAGEN,
          { ...KOPIA, forseglad: true },
          { ...KOPIA, lage: 'arkiverad' as const },
          namndens,
        ])
          expect(farAterta(one, done, NOW)).toBe(false);
        for (const other of [forvaltningens, namndens, KOPIA]) expect(farLamnaIn(one, other, NOW)).toBe(false);
      }
    }
  });
});
