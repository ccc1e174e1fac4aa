import { describe, expect, it } from 'vitest';
import { forvaltningId, handlingId, namndId, partigruppId, personId } from './ids.ts';
import { LAGEN, type Lage } from './lage.ts';
import {
  arGruppledare,
  farDela,
  farJustera,
  farSkapa,
  type Organ,
  RATTER,
  type Ratt,
  type RattHandling,
  ROLLER,
  type Roll,
  ratt,
  rattSkal,
} from './ratt.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const NAMND: Organ = { typ: 'namnd', id: namndId('kun') };
const FORVALTNING: Organ = { typ: 'forvaltning', id: forvaltningId('kuf') };
const GRUPP: Organ = { typ: 'partigrupp', id: partigruppId('grupp-a') };
const MEDGRUPP: Organ = { typ: 'partigrupp', id: partigruppId('grupp-med') };
const ANNAN_GRUPP: Organ = { typ: 'partigrupp', id: partigruppId('grupp-b') };
const ANNAN_NAMND: Organ = { typ: 'namnd', id: namndId('idn') };
const ANNAN_FORVALTNING: Organ = { typ: 'forvaltning', id: forvaltningId('idf') };
const ORGAN = { NAMND, FORVALTNING, GRUPP, MEDGRUPP, ANNAN_GRUPP, ANNAN_NAMND, ANNAN_FORVALTNING };

const person = (roll: Roll, organ: Organ, fran = '2026-01-01', till: string | null = null) => ({
  id: personId('p'),
  uppdrag: [{ roll, organ, fran, till }],
});
const handling = (agare: Organ, more: Partial<RattHandling> = {}): RattHandling => ({
  id: handlingId('h'),
  namndId: namndId('kun'),
  agare,
  lage: 'arbetsmaterial',
  forseglad: false,
  inlamning: null,
  inlamnatSynsFor: 'presidiet',
  namndensOrgan: [FORVALTNING, GRUPP, MEDGRUPP, ANNAN_GRUPP],
  medgrupper: [partigruppId('grupp-med')],
  javiga: [],
  delningar: [],
  ...more,
});
const kopia = (more: Partial<RattHandling> = {}): RattHandling =>
  handling(NAMND, { lage: 'inlamnad', inlamning: { grupper: [partigruppId('grupp-a')], atertagen: false }, ...more });

type Place = keyof typeof ORGAN;
const OFFICERS: readonly Roll[] = ['namndsekreterare', 'registrator', 'ordforande', 'vice_ordforande'];
/** From which läge those without a seat see what others hand in to the nämnd they follow, and its own. */
const FOLLOWS: Partial<Record<Roll, readonly [Lage | null, Lage | null]>> = {
  borgarrad: ['inlamnad', 'utskickad'],
  borgarradssekreterare: ['inlamnad', 'utskickad'],
  radsledamot: ['utskickad', 'utskickad'],
  personalforetradare: ['utskickad', 'utskickad'],
  revisor: ['justerad', 'justerad'],
  arkivarie: ['arkiverad', 'arkiverad'],
  dataskyddsombud: [null, null],
};
/** `undefined` where the place decides. */
function followed(roll: Roll, place: Place, lage: Lage, own: 0 | 1): Ratt | undefined {
  if (roll === 'remissammanstallare' && place === 'ANNAN_FORVALTNING')
    return ['expedierad', 'justerad', 'arkiverad'].includes(lage) ? 'lasa' : 'ingen';
  const from = place === 'NAMND' ? FOLLOWS[roll]?.[own] : undefined;
  if (from === undefined) return undefined;
  return from !== null && LAGEN.indexOf(lage) >= LAGEN.indexOf(from) ? 'lasa' : 'ingen';
}
const SENT_OUT: readonly Lage[] = ['utskickad', 'expedierad', 'justerad', 'arkiverad'];

/** Domain §5 in words, apart from the code: who may do what in each place, for each kind of handling and läge. */
const EXPECTED: Record<
  'FORVALTNING' | 'NAMND' | 'KOPIA' | 'GRUPP',
  (roll: Roll, place: Place, lage: Lage, alla: boolean) => Ratt
> = {
  FORVALTNING: (roll, place, lage, alla) => {
    const follows = followed(roll, place, lage, 0);
    if (follows !== undefined) return follows;
    if (place === 'FORVALTNING') return lage === 'arbetsmaterial' ? 'skriva' : 'lasa';
    if (SENT_OUT.includes(lage)) return place.startsWith('ANNAN_') && place !== 'ANNAN_GRUPP' ? 'ingen' : 'lasa';
    return lage === 'inlamnad' && place === 'NAMND' && (OFFICERS.includes(roll) || alla) ? 'lasa' : 'ingen';
  },
  NAMND: (roll, place, lage) => {
    const follows = followed(roll, place, lage, 1);
    if (follows !== undefined) return follows;
    if (place === 'NAMND' && roll === 'namndsekreterare') return lage === 'arbetsmaterial' ? 'skriva' : 'lasa';
    if (place === 'NAMND' && roll === 'ordforande') return 'lasa';
    if (SENT_OUT.includes(lage)) return place === 'ANNAN_NAMND' || place === 'ANNAN_FORVALTNING' ? 'ingen' : 'lasa';
    if (lage === 'arbetsmaterial') return 'ingen';
    if (place === 'NAMND') return OFFICERS.includes(roll) || roll === 'justerare' ? 'lasa' : 'ingen';
    return place === 'FORVALTNING' && roll === 'registrator' ? 'lasa' : 'ingen';
  },
  KOPIA: (roll, place, lage, alla) => {
    const follows = followed(roll, place, lage, 0);
    if (follows !== undefined) return follows;
    if (place === 'GRUPP') return 'lasa';
    if (SENT_OUT.includes(lage)) return place === 'ANNAN_NAMND' || place === 'ANNAN_FORVALTNING' ? 'ingen' : 'lasa';
    if (place === 'NAMND') return OFFICERS.includes(roll) || alla ? 'lasa' : 'ingen';
    return place === 'FORVALTNING' && roll === 'registrator' ? 'lasa' : 'ingen';
  },
  GRUPP: (_roll, place, lage) => {
    if (place !== 'GRUPP' && place !== 'MEDGRUPP') return 'ingen';
    return lage === 'arbetsmaterial' ? 'skriva' : 'lasa';
  },
};
const KINDS = { FORVALTNING: handling(FORVALTNING), NAMND: handling(NAMND), KOPIA: kopia(), GRUPP: handling(GRUPP) };

describe('the right to a handling', () => {
  for (const roll of ROLLER) {
    for (const [kind, expected] of Object.entries(EXPECTED)) {
      it(`[Z1] of ${roll} to one of ${kind}, in each place and läge`, () => {
        for (const place of Object.keys(ORGAN) as Place[]) {
          for (const lage of LAGEN.filter((one) => kind !== 'KOPIA' || one !== 'arbetsmaterial')) {
            for (const inlamnatSynsFor of ['presidiet', 'alla'] as const) {
              const one = { ...KINDS[kind as keyof typeof KINDS], lage, inlamnatSynsFor };
              const told = expected(roll, place, lage, inlamnatSynsFor === 'alla');
              expect([place, lage, inlamnatSynsFor, ratt(person(roll, ORGAN[place]), one, NOW)]).toEqual([
                place,
                lage,
                inlamnatSynsFor,
                told,
              ]);
            }
          }
          const sealed = { ...KINDS[kind as keyof typeof KINDS], forseglad: true };
          expect(ratt(person(roll, ORGAN[place]), sealed, NOW)).toBe(expected(roll, place, 'justerad', false));
        }
      });
    }
  }

  it('[Z2] holds from the first day of an uppdrag to the day before its last', () => {
    const dated = person('handlaggare', FORVALTNING, '2026-11-22', '2026-12-01');
    const at = (time: string) => ratt(dated, handling(FORVALTNING), new Date(time));
    expect(at('2026-11-21T23:59:59Z')).toBe('ingen');
    expect(at('2026-11-22T00:00:00Z')).toBe('skriva');
    expect(at('2026-11-30T23:59:59Z')).toBe('skriva');
    expect(at('2026-12-01T00:00:00Z')).toBe('ingen');
  });

  it('[Z3] a share gives what it says, also of a group’s handling, never less than one’s own, never more than read once sealed', () => {
    for (const shared of RATTER) {
      const delningar = [{ personId: personId('p'), ratt: shared }];
      expect(ratt(person('ledamot', ANNAN_NAMND), handling(GRUPP, { delningar }), NOW)).toBe(shared);
      expect(ratt(person('handlaggare', FORVALTNING), handling(FORVALTNING, { delningar }), NOW)).toBe('skriva');
      const sealed = ratt(person('ledamot', ANNAN_NAMND), handling(GRUPP, { delningar, forseglad: true }), NOW);
      expect(sealed).toBe(shared === 'ingen' ? 'ingen' : 'lasa');
    }
  });

  it('[Z9] jäv keeps from every handling of the ärende, by role, group and share, until it is expedierad; and only who has it', () => {
    const javig = { javiga: [personId('p')] };
    const delning = { personId: personId('p'), ratt: 'skriva' } as const;
    for (const roll of ROLLER)
      for (const plats of Object.values(ORGAN))
        for (const one of Object.values(KINDS))
          for (const lage of LAGEN) {
            const utan = { ...one, lage, delningar: [delning] };
            const med = { ...utan, ...javig };
            const who = person(roll, plats);
            const open = ['expedierad', 'justerad', 'arkiverad'].includes(lage);
            expect(ratt(who, med, NOW)).toBe(open ? ratt(who, utan, NOW) : 'ingen');
            expect(ratt(who, { ...utan, javiga: [personId('annan')] }, NOW)).toBe(ratt(who, utan, NOW));
            if (!open) expect([farJustera(who, med, NOW), farDela(who, med, NOW)]).toEqual([false, false]);
          }
  });

  it('[Z7] a group that writes a handling too has the owner’s right but not to share it on, and none when it has left', () => {
    const med = person('ledamot', MEDGRUPP);
    expect([ratt(med, handling(GRUPP), NOW), farDela(med, handling(GRUPP), NOW)]).toEqual(['skriva', false]);
    expect(rattSkal(med, handling(GRUPP), NOW)).toMatchObject([{ kalla: 'medgrupp', ratt: 'skriva' }]);
    expect(ratt(med, handling(GRUPP, { medgrupper: [] }), NOW)).toBe('ingen');
    expect(ratt(person('ledamot', MEDGRUPP, '2026-01-01', '2026-11-22'), handling(GRUPP), NOW)).toBe('ingen');
    expect(farJustera(med, handling(GRUPP), NOW)).toBe(false);
  });

  it('[Z8] only a gruppledare of today answers for a group, and only for that one', () => {
    const leads = (roll: Roll, organ: Organ) => arGruppledare(person(roll, organ), partigruppId('grupp-a'), NOW);
    for (const roll of ROLLER) expect([roll, leads(roll, GRUPP)]).toEqual([roll, roll === 'gruppledare']);
    expect([leads('gruppledare', ANNAN_GRUPP), leads('gruppledare', NAMND)]).toEqual([false, false]);
    const former = person('gruppledare', GRUPP, '2026-01-01', '2026-11-22');
    expect(arGruppledare(former, partigruppId('grupp-a'), NOW)).toBe(false);
  });

  it('[Z4] only ordförande and justerare of the nämnd and the förvaltningschef seal; nobody what they may not see, or twice', () => {
    const seals = (roll: Roll, organ: Organ, one: RattHandling) => farJustera(person(roll, organ), one, NOW);
    for (const roll of ROLLER) {
      const inNamnd = roll === 'ordforande' || roll === 'justerare';
      const told = (one: RattHandling) => [roll, seals(roll, NAMND, one), seals(roll, ANNAN_NAMND, one)];
      expect(told(handling(FORVALTNING))).toEqual([roll, false, false]);
      expect(told(handling(FORVALTNING, { lage: 'utskickad' }))).toEqual([roll, inNamnd, false]);
      expect(told(handling(NAMND))).toEqual([roll, roll === 'ordforande', false]);
      expect(told(handling(NAMND, { lage: 'inlamnad' }))).toEqual([roll, inNamnd, false]);
      expect(told(kopia())).toEqual([roll, roll === 'ordforande', false]);
      expect(told(kopia({ inlamning: { grupper: [partigruppId('grupp-a')], atertagen: true } }))[1]).toBe(false);
      expect(told(handling(GRUPP))).toEqual([roll, false, false]);
      expect([roll, seals(roll, FORVALTNING, handling(FORVALTNING))]).toEqual([roll, roll === 'forvaltningschef']);
      for (const lage of ['justerad', 'arkiverad'] as const) expect(told(handling(NAMND, { lage }))[1]).toBe(false);
    }
    const bade = {
      id: personId('p'),
      uppdrag: [...person('ordforande', NAMND).uppdrag, ...person('ledamot', GRUPP).uppdrag],
    };
    expect([ratt(bade, handling(GRUPP), NOW), farJustera(bade, handling(GRUPP), NOW)]).toEqual(['skriva', false]);
    expect(farJustera(person('ordforande', NAMND), handling(NAMND, { forseglad: true }), NOW)).toBe(false);
    expect(farJustera(person('ordforande', NAMND, '2026-01-01', '2026-11-22'), handling(NAMND), NOW)).toBe(false);
  });

  it('[Z5] those who write by their own uppdrag share and create; a share does not give the right to share on', () => {
    expect(farDela(person('handlaggare', FORVALTNING), handling(FORVALTNING), NOW)).toBe(true);
    expect(farDela(person('handlaggare', FORVALTNING), handling(FORVALTNING, { forseglad: true }), NOW)).toBe(false);
    expect(farDela(person('handlaggare', FORVALTNING), handling(FORVALTNING, { lage: 'inlamnad' }), NOW)).toBe(false);
    expect(farDela(person('namndsekreterare', NAMND), kopia(), NOW)).toBe(false);
    const delningar = [{ personId: personId('p'), ratt: 'skriva' as const }];
    expect(farDela(person('ledamot', NAMND), handling(FORVALTNING, { delningar }), NOW)).toBe(false);
    expect(farSkapa(person('handlaggare', FORVALTNING), FORVALTNING, NOW)).toBe(true);
    expect(farSkapa(person('ordforande', NAMND), NAMND, NOW)).toBe(false);
    expect(farSkapa(person('namndsekreterare', NAMND), NAMND, NOW)).toBe(true);
    expect(farSkapa(person('ledamot', GRUPP), ANNAN_GRUPP, NOW)).toBe(false);
  });
});
