import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planeraImport } from './forteckning.ts';
import type { Importplan, Laget } from './forteckning-laget.ts';
import { tolkaTabell } from './forteckning-rader.ts';

const HUVUD = ['Namn', 'E-post', 'Parti', 'Nämnd', 'Roll', 'Från', 'Till'];
const LAGET: Laget = {
  namnder: [{ id: 'kun', namn: 'Kulturnämnden' }],
  partier: [
    { id: 'bp', namn: 'Björkvikspartiet', forkortning: 'BP' },
    { id: 'll', namn: 'Landsbygdslistan', forkortning: 'LL' },
  ],
  partigrupper: [{ id: 'bp-kun', namn: 'Björkvikspartiet', namndId: 'kun', partiId: 'bp' }],
  personer: [{ id: 'asa', namn: 'Åsa Ek', epost: 'asa@kommun.se' }],
  uppdrag: [],
};
const ANNA = ['Anna Ny', 'Anna@kommun.se', 'BP', 'Kulturnämnden', 'Ledamot', '2027-01-01', '2030-12-31'];

function plan(rader: readonly (readonly string[])[], laget: Laget = LAGET): Importplan {
  const tolkat = tolkaTabell([HUVUD, ...rader]);
  if (!tolkat.ok) throw new RangeError(tolkat.meddelande);
  return planeraImport(tolkat.rader, laget);
}
const fel = (rad: readonly string[]) => plan([rad]).fel.map(({ vad }) => vad);
const med = (plats: number, ord: string) => ANNA.map((cell, i) => (i === plats ? ord : cell));

/** What is there when the plan has been carried out. */
function utford(gjord: Importplan, laget: Laget): Laget {
  const personer = [...laget.personer, ...gjord.nyaPersoner.map((ny) => ({ ...ny, id: ny.epost }))];
  const uppdrag = [...laget.uppdrag];
  for (const { epost, roll, organTyp, organId, fran, till } of gjord.uppdrag) {
    const personId = personer.find((person) => person.epost.toLowerCase() === epost)?.id ?? '';
    const plats = uppdrag.findIndex(
      (ett) =>
        ett.personId === personId &&
        ett.roll === roll &&
        ett.organTyp === organTyp &&
        ett.organId === organId &&
        ett.fran === fran,
    );
    uppdrag.splice(plats < 0 ? uppdrag.length : plats, 1, { personId, roll, organTyp, organId, fran, till });
  }
  return { ...laget, personer, uppdrag };
}

describe('a list of förtroendevalda', () => {
  it('[O6] a new ledamot is a new person with a seat in the nämnd and one in the party’s group', () => {
    const gjord = plan([ANNA]);
    expect(gjord.fel).toEqual([]);
    expect(gjord.nyaPersoner).toEqual([{ namn: 'Anna Ny', epost: 'anna@kommun.se' }]);
    expect(
      gjord.uppdrag.map(({ roll, organTyp, organId, fran, till, utfall }) => [
        roll,
        organTyp,
        organId,
        fran,
        till,
        utfall,
      ]),
    ).toEqual([
      ['ledamot', 'namnd', 'kun', '2027-01-01', '2031-01-01', 'nytt'],
      ['ledamot', 'partigrupp', 'bp-kun', '2027-01-01', '2031-01-01', 'nytt'],
    ]);
  });

  it('[O6] who has a role in the nämnd but no seat gets none in a group, with or without a party', () => {
    for (const roll of ['Nämndsekreterare', 'Revisor', 'Personalföreträdare', 'Borgarråd', 'Ledamot i råd']) {
      const gjord = plan([med(4, roll)]);
      expect([roll, gjord.fel, gjord.varningar]).toEqual([roll, [], []]);
      expect(gjord.uppdrag.map(({ organTyp }) => organTyp)).toEqual(['namnd']);
    }
  });

  it('[O6] two rows of one person make one seat in the group for as long as either lasts', () => {
    const gjord = plan([med(4, 'Ordförande').with(6, '2028-12-31'), ANNA]);
    expect(gjord.fel).toEqual([]);
    expect(gjord.uppdrag.filter(({ organTyp }) => organTyp === 'partigrupp')).toMatchObject([
      { fran: '2027-01-01', till: '2031-01-01' },
    ]);
  });

  it('[O6] a changed last day changes both seats, and the same list changes nothing', () => {
    const efter = utford(plan([ANNA]), LAGET);
    expect(plan([ANNA], efter)).toMatchObject({ nyaPersoner: [], fel: [] });
    expect(plan([ANNA], efter).uppdrag.every(({ utfall }) => utfall === 'oforandrat')).toBe(true);
    const kortare = plan([med(6, '2028-06-30')], efter);
    expect(kortare.uppdrag.map(({ utfall, till }) => [utfall, till])).toEqual([
      ['andrat', '2028-07-01'],
      ['andrat', '2028-07-01'],
    ]);
  });

  it('[O6] what is wrong with a row is said with its line and what to do', () => {
    expect(plan([ANNA, [], med(2, 'ÖP')]).fel).toMatchObject([{ rad: 4 }]);
    expect(fel(med(0, ''))[0]).toContain('Namn saknas');
    expect(fel(med(1, ''))[0]).toContain('E-post saknas');
    expect(fel(med(1, 'anna'))[0]).toContain('ingen e-postadress');
    expect(fel(med(2, 'Pensionärslistan'))[0]).toContain('Partiet «Pensionärslistan» finns inte');
    expect(fel(med(2, 'LL'))[0]).toContain('ingen partigrupp i Kulturnämnden');
    expect(fel(med(3, 'Kulturnämden'))[0]).toContain('Nämnden «Kulturnämden» finns inte');
    expect(fel(med(3, ''))[0]).toContain('Nämnd saknas');
    expect(fel(med(4, 'kung'))[0]).toContain('«kung» finns inte');
    expect(fel(med(4, 'Handläggare'))[0]).toContain('ingen roll i en nämnd');
    expect(fel(med(5, ''))[0]).toContain('Från saknas');
    expect(fel(med(5, '1/2/2027'))[0]).toContain('Skriv dagen som');
    expect(fel(med(6, '2026-12-31'))[0]).toContain('före Från');
    expect(plan([ANNA, ANNA]).fel).toEqual([{ rad: 3, vad: 'Samma uppdrag står på rad 2. Ta bort den ena raden.' }]);
    const pagar = utford(plan([ANNA]), LAGET);
    expect(plan([med(5, '2028-01-01')], pagar).fel[0]?.vad).toContain('har redan uppdraget');
  });

  it('[O8] an e-mail belongs to one person; the same name with another e-mail is warned of', () => {
    expect(fel(['Åsa Berg', 'ASA@kommun.se', ...ANNA.slice(2)])[0]).toContain('tillhör Åsa Ek');
    expect(plan([ANNA, ['Bo Annan', ...med(4, 'Justerare').slice(1)]]).fel[0]?.vad).toContain('som står på rad 2');
    const likt = plan([['åsa  ek', 'asa.ek@kommun.se', ...ANNA.slice(2)]]);
    expect(likt.fel).toEqual([]);
    expect(likt.varningar).toMatchObject([{ rad: 2, vad: expect.stringContaining('asa@kommun.se') }]);
  });

  it('[O6] a political secretary without a nämnd works at the partikansli', () => {
    expect(plan([['Li Moe', 'li@ll.se', 'll', '', 'politisk sekreterare', '20270101', '']]).uppdrag).toMatchObject([
      { organTyp: 'partikansli', organId: 'll', roll: 'politisk_sekreterare', till: null },
    ]);
  });

  it('[O7] the columns are found in any order, and those that are missing are named', () => {
    const vant = tolkaTabell([[], HUVUD.toReversed(), ANNA.toReversed()]);
    expect(vant).toMatchObject({ ok: true, rader: [{ rad: 3, namn: 'Anna Ny', till: '2030-12-31' }] });
    const utan = tolkaTabell([HUVUD.slice(0, 5), ANNA]);
    expect(utan).toMatchObject({ ok: false, meddelande: expect.stringContaining('saknas: Från, Till') });
    for (const tom of [[], [[]], [['', ' ']], [HUVUD], [HUVUD, ['']]]) expect(tolkaTabell(tom).ok).toBe(false);
  });

  it('[O6] whatever the rows are, a plan without a fault can be carried out, and once it is there is nothing left to do', () => {
    const cell = (...ord: string[]) => fc.constantFrom(...ord);
    const rad = fc.tuple(
      cell('Anna Ny', 'Åsa Ek', 'Bo'),
      cell('anna@kommun.se', 'asa@kommun.se', 'bo@kommun.se'),
      cell('BP', 'LL', ''),
      cell('Kulturnämnden', ''),
      cell('Ledamot', 'Ersättare', 'Ordförande', 'Gruppledare', 'Politisk sekreterare', 'Nämndsekreterare'),
      cell('2026-01-01', '2027-01-01', '2028-01-01'),
      cell('', '2026-12-31', '2028-12-31'),
    );
    fc.assert(
      fc.property(fc.array(rad, { maxLength: 6, minLength: 1 }), (rader) => {
        const gjord = plan(rader);
        if (gjord.fel.length > 0) return;
        const igen = plan(rader, utford(gjord, LAGET));
        expect(igen.fel).toEqual([]);
        expect(igen.nyaPersoner).toEqual([]);
        expect(igen.uppdrag.filter(({ utfall }) => utfall !== 'oforandrat')).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
