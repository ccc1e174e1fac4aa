import type { PartigruppId } from './ids.ts';
import { LAGESAKTER, type Lagesakt, lageEfter } from './lage.ts';
import {
  farJustera,
  gallande,
  lageAv,
  type RattHandling,
  type RattPerson,
  type Roll,
  ratt,
  sammaOrgan,
} from './ratt.ts';

/** Who hands in an owner's text to the nämnd: for the nämnd's own it is sent for justering (domain §5). */
const LAMNAR_IN: Readonly<Record<'forvaltning' | 'namnd', readonly Roll[]>> = {
  forvaltning: ['handlaggare', 'forvaltningschef'],
  namnd: ['namndsekreterare'],
};
const FORTROENDEVALDA: readonly Roll[] = ['ledamot', 'ersattare', 'gruppledare'];

/** The acts on a handling's läge that the person may do now, but for handing in a partigrupp's draft: that makes a copy. */
export function mojligaAkter(person: RattPerson, handling: RattHandling, now: Date): readonly Lagesakt[] {
  if (handling.agare.typ === 'partigrupp' || ratt(person, handling, now) === 'ingen') return [];
  return LAGESAKTER.filter((akt) => lageEfter(lageAv(handling), akt) !== null && farGora(person, handling, akt, now));
}

function farGora(person: RattPerson, handling: RattHandling, akt: Lagesakt, now: Date): boolean {
  switch (akt) {
    case 'lamnaIn':
    case 'taTillbaka':
      return handling.inlamning === null && agarensRoll(person, handling, now);
    case 'skickaUt':
      return handling.inlamning?.atertagen !== true && hosNamnden(person, handling, ['namndsekreterare'], now);
    case 'expediera':
    case 'arkivera':
      return hosNamnden(person, handling, ['namndsekreterare', 'registrator'], now);
    case 'justera':
      return farJustera(person, handling, now);
  }
}

function agarensRoll(person: RattPerson, { agare }: RattHandling, now: Date): boolean {
  if (agare.typ === 'partigrupp') return false;
  const roller = LAMNAR_IN[agare.typ];
  return gallande(person, now).some(({ roll, organ }) => sammaOrgan(organ, agare) && roller.includes(roll));
}

/** Somebody of the nämnd itself, or the registrator of a förvaltning that works for it. */
function hosNamnden(person: RattPerson, handling: RattHandling, roller: readonly Roll[], now: Date): boolean {
  return gallande(person, now).some(({ roll, organ }) => {
    if (!roller.includes(roll)) return false;
    if (organ.typ === 'namnd') return organ.id === handling.namndId;
    return (
      organ.typ === 'forvaltning' &&
      roll === 'registrator' &&
      handling.namndensOrgan.some((ett) => sammaOrgan(ett, organ))
    );
  });
}

/** Whether the person is a förtroendevald of the group: its politiske sekreterare writes, but never acts for it (domain §5). */
export function arFortroendevald(person: RattPerson, gruppId: PartigruppId, now: Date): boolean {
  return gallande(person, now).some(
    ({ roll, organ }) => organ.typ === 'partigrupp' && organ.id === gruppId && FORTROENDEVALDA.includes(roll),
  );
}

/** Whether the person may hand in a clean copy of the handling: a partigrupp's draft, by one of its förtroendevalda. */
export function farLamnaIn(person: RattPerson, { agare }: RattHandling, now: Date): boolean {
  return agare.typ === 'partigrupp' && arFortroendevald(person, agare.id, now);
}

/** Whether the person may take back what the group has handed in, as far as the text itself goes; the ärende has a say too. */
export function farAterta(person: RattPerson, handling: RattHandling, now: Date): boolean {
  const { inlamning } = handling;
  if (inlamning === null || inlamning.atertagen || lageEfter(lageAv(handling), 'justera') === null) return false;
  return arFortroendevald(person, inlamning.gruppId, now);
}
