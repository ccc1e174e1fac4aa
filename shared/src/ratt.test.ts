import { describe, expect, it } from 'vitest';
import { forvaltningId, handlingId, namndId, partigruppId, personId } from './ids.ts';
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
const ORGAN = { NAMND, FORVALTNING, GRUPP, MEDGRUPP, ANNAN_GRUPP, ANNAN_NAMND };

const person = (roll: Roll, organ: Organ, fran = '2026-01-01', till: string | null = null) => ({
  id: personId('p'),
  uppdrag: [{ roll, organ, fran, till }],
});
const handling = (agare: Organ, more: Partial<RattHandling> = {}): RattHandling => ({
  id: handlingId('h'),
  namndId: namndId('kun'),
  agare,
  forseglad: false,
  medgrupper: [partigruppId('grupp-med')],
  delningar: [],
  ...more,
});

/** Every relation of a person's organ to a handling's owner, and what it gives; the roles that differ are named apart. */
const RELATIONS: Record<keyof typeof ORGAN, Record<'NAMND' | 'FORVALTNING' | 'GRUPP', Ratt>> = {
  NAMND: { NAMND: 'lasa', FORVALTNING: 'lasa', GRUPP: 'ingen' },
  FORVALTNING: { NAMND: 'ingen', FORVALTNING: 'skriva', GRUPP: 'ingen' },
  GRUPP: { NAMND: 'ingen', FORVALTNING: 'ingen', GRUPP: 'skriva' },
  MEDGRUPP: { NAMND: 'ingen', FORVALTNING: 'ingen', GRUPP: 'skriva' },
  ANNAN_GRUPP: { NAMND: 'ingen', FORVALTNING: 'ingen', GRUPP: 'ingen' },
  ANNAN_NAMND: { NAMND: 'ingen', FORVALTNING: 'ingen', GRUPP: 'ingen' },
};

describe('the right to a handling', () => {
  for (const roll of ROLLER) {
    for (const [relation, owners] of Object.entries(RELATIONS)) {
      for (const [owner, expected] of Object.entries(owners)) {
        const written = roll === 'namndsekreterare' && relation === 'NAMND' && owner === 'NAMND' ? 'skriva' : expected;
        it(`[Z1] ${roll} of ${relation} to one of ${owner}: ${written}`, () => {
          const them = person(roll, ORGAN[relation as keyof typeof ORGAN]);
          const it_ = handling(ORGAN[owner as keyof typeof ORGAN]);
          expect(ratt(them, it_, NOW)).toBe(written);
          expect(ratt(them, { ...it_, forseglad: true }, NOW)).toBe(written === 'skriva' ? 'lasa' : written);
        });
      }
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
    const seals = (roll: Roll, organ: Organ, agare: Organ) => farJustera(person(roll, organ), handling(agare), NOW);
    for (const roll of ROLLER) {
      const inNamnd = roll === 'ordforande' || roll === 'justerare';
      expect([roll, seals(roll, NAMND, FORVALTNING)]).toEqual([roll, inNamnd]);
      expect([roll, seals(roll, NAMND, NAMND)]).toEqual([roll, inNamnd]);
      expect([roll, seals(roll, NAMND, GRUPP)]).toEqual([roll, false]);
      expect([roll, seals(roll, ANNAN_NAMND, NAMND)]).toEqual([roll, false]);
      expect([roll, seals(roll, FORVALTNING, FORVALTNING)]).toEqual([roll, roll === 'forvaltningschef']);
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
    const delningar = [{ personId: personId('p'), ratt: 'skriva' as const }];
    expect(farDela(person('ledamot', NAMND), handling(FORVALTNING, { delningar }), NOW)).toBe(false);
    expect(farSkapa(person('handlaggare', FORVALTNING), FORVALTNING, NOW)).toBe(true);
    expect(farSkapa(person('ordforande', NAMND), NAMND, NOW)).toBe(false);
    expect(farSkapa(person('namndsekreterare', NAMND), NAMND, NOW)).toBe(true);
    expect(farSkapa(person('ledamot', GRUPP), ANNAN_GRUPP, NOW)).toBe(false);
  });
});
