import {
  farSkapa,
  gallande,
  laggerUppArenden,
  type NamndId,
  namndId,
  type Organ,
  type RattPerson,
} from '@samskrift/shared';
import type { Db } from '../db/open.ts';
import { organ } from '../konton/uppdrag.ts';

/** An organ with its name and the nämnd it works for (a nämnd works for itself). */
export interface NamngivetOrgan {
  readonly organ: Organ;
  readonly namn: string;
  readonly namndId: NamndId;
}

/** All organs there are; a municipality has tens of them. */
export async function readOrgan(db: Db): Promise<NamngivetOrgan[]> {
  const [namnder, forvaltningar, partigrupper] = await Promise.all([
    db.selectFrom('namnd').selectAll().orderBy('namn').execute(),
    db.selectFrom('forvaltning').selectAll().orderBy('namn').execute(),
    db.selectFrom('partigrupp').selectAll().orderBy('namn').execute(),
  ]);
  return [
    ...forvaltningar.map((f) => ({ organ: organ('forvaltning', f.id), namn: f.namn, namndId: namndId(f.namnd_id) })),
    ...namnder.map((n) => ({ organ: organ('namnd', n.id), namn: n.namn, namndId: namndId(n.id) })),
    ...partigrupper.map((p) => ({ organ: organ('partigrupp', p.id), namn: p.namn, namndId: namndId(p.namnd_id) })),
  ];
}

/** The nämnder whose ärenden a person sees: those the person has an uppdrag in or under today. */
export function egnaNamnder(person: RattPerson, alla: readonly NamngivetOrgan[], now: Date): ReadonlySet<NamndId> {
  const mina = new Set(gallande(person, now).map((uppdrag) => nyckel(uppdrag.organ)));
  return new Set(alla.filter((ett) => mina.has(nyckel(ett.organ))).map((ett) => ett.namndId));
}

/** The organs on whose behalf the person may create a handling in this nämnd's ärenden. */
export function mojligaAgare(
  person: RattPerson,
  alla: readonly NamngivetOrgan[],
  namnd: string,
  now: Date,
): NamngivetOrgan[] {
  return alla.filter((ett) => ett.namndId === namnd && farSkapa(person, ett.organ, now));
}

/** Whether the person may lay up ärenden in this nämnd, by an uppdrag that holds today. */
export function farSkapaArende(person: RattPerson, alla: readonly NamngivetOrgan[], namnd: string, now: Date): boolean {
  const dar = new Set(alla.filter(({ namndId: ens }) => ens === namnd).map((ett) => nyckel(ett.organ)));
  return gallande(person, now).some(
    ({ roll, organ: i }) => dar.has(nyckel(i)) && laggerUppArenden({ roll, organTyp: i.typ }),
  );
}

function nyckel(o: Organ): string {
  return `${o.typ} ${o.id}`;
}
