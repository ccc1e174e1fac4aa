import {
  type Gruppsvar,
  type Partimedlem,
  type RattPerson,
  svarande,
  type Uppdragsnyckel,
  type Uppdragsorgan,
  type Vantande,
} from '@samskrift/shared';
import { sql } from 'kysely';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import { GJORT, nekat, type Utfall, type Vem } from './utfall.ts';

type Organ = Pick<Uppdragsnyckel, 'organTyp' | 'organId'>;
const PARTIORGAN: readonly Uppdragsorgan[] = ['partigrupp', 'partikansli'];

/** Everybody who has an uppdrag in a group or a partikansli on the day, has been let in and is not blocked. */
export async function readPartimedlemmar(db: Db, idag: string): Promise<readonly Partimedlem[]> {
  return db
    .selectFrom('uppdrag as u')
    .innerJoin('user', 'user.id', 'u.person_id')
    .leftJoin('partigrupp as g', (join) => join.onRef('g.id', '=', 'u.organ_id').on('u.organ_typ', '=', 'partigrupp'))
    .where('u.organ_typ', 'in', [...PARTIORGAN])
    .where('u.vantar', '=', 0)
    .where('user.sparrad', 'is', null)
    .where('u.fran', '<=', idag)
    .where((or) => or.or([or('u.till', 'is', null), or('u.till', '>', idag)]))
    .select(['u.person_id as personId', 'u.roll', 'u.organ_typ as organTyp', 'u.organ_id as organId'])
    .select(sql<string>`coalesce(g.parti_id, u.organ_id)`.as('partiId'))
    .execute();
}

/** Whether a new uppdrag waits for somebody's yes; `medlemmar` as they were before the change. */
export async function vantarPaJa(
  db: Db,
  medlemmar: readonly Partimedlem[],
  { organTyp, organId }: Organ,
  personId: string,
): Promise<boolean> {
  const partiId = await partiOf(db, { organTyp, organId });
  return partiId !== null && svarande(medlemmar, { organTyp, organId, partiId }, personId).length > 0;
}

/** Those who wait for this person's answer, in the order they came. */
export async function readVantande(db: Db, person: RattPerson, idag: string): Promise<Vantande[]> {
  const rader = await db
    .selectFrom('uppdrag as u')
    .innerJoin('user', 'user.id', 'u.person_id')
    .leftJoin('partigrupp as g', (join) => join.onRef('g.id', '=', 'u.organ_id').on('u.organ_typ', '=', 'partigrupp'))
    .leftJoin('namnd as n', 'n.id', 'g.namnd_id')
    .leftJoin('parti as p', (join) => join.onRef('p.id', '=', 'u.organ_id').on('u.organ_typ', '=', 'partikansli'))
    .where('u.vantar', '=', 1)
    .where((or) => or.or([or('u.till', 'is', null), or('u.till', '>', idag)]))
    .select(['u.person_id', 'u.roll', 'u.organ_typ', 'u.organ_id', 'u.fran', 'user.name'])
    .select(sql<string>`coalesce(g.namn || ' i ' || n.namn, p.namn || 's partikansli')`.as('organ'))
    .select(sql<string>`coalesce(g.parti_id, u.organ_id)`.as('parti_id'))
    .orderBy('u.fran')
    .execute();
  if (rader.length === 0) return [];
  const medlemmar = await readPartimedlemmar(db, idag);
  return rader
    .map(
      ({ person_id: personId, roll, organ_typ: organTyp, organ_id: organId, fran, name: namn, organ, parti_id }) => ({
        partiId: parti_id,
        rad: { personId, roll, organTyp, organId, fran, namn, organ },
      }),
    )
    .filter(({ partiId, rad }) => svarande(medlemmar, { ...rad, partiId }, rad.personId).includes(person.id))
    .map(({ rad }) => rad);
}

/** To be called in a transaction. A no leaves the row as one that never held. */
export async function svara(db: Db, { svar, ...nyckel }: Gruppsvar, person: RattPerson, vem: Vem): Promise<Utfall> {
  const idag = vem.tid.toISOString().slice(0, 10);
  const vantande = (await readVantande(db, person, idag)).some((rad) => sammaNyckel(rad, nyckel));
  if (!vantande) return nekat('finnsInte', 'Ingen väntar längre på det svaret. Ladda om sidan.');
  await db
    .updateTable('uppdrag')
    .set(svar === 'ja' ? { vantar: 0 } : { vantar: 0, till: nyckel.fran })
    .where('person_id', '=', nyckel.personId)
    .where('organ_typ', '=', nyckel.organTyp)
    .where('organ_id', '=', nyckel.organId)
    .where('roll', '=', nyckel.roll)
    .where('fran', '=', nyckel.fran)
    .execute();
  const { personId, roll, organTyp, organId } = nyckel;
  const detalj = { person: personId, roll, organTyp, organId };
  const akt = svar === 'ja' ? 'medlemGodkand' : 'medlemNekad';
  await bokfor(db, { akt, tid: vem.tid, personId: vem.personId, detalj });
  return GJORT;
}

function sammaNyckel(a: Uppdragsnyckel, b: Uppdragsnyckel): boolean {
  return (
    a.personId === b.personId &&
    a.roll === b.roll &&
    a.organTyp === b.organTyp &&
    a.organId === b.organId &&
    a.fran === b.fran
  );
}

/** The party whose texts are written there; null for any other organ. */
async function partiOf(db: Db, { organTyp, organId }: Organ): Promise<string | null> {
  if (organTyp === 'partikansli') return organId;
  if (organTyp !== 'partigrupp') return null;
  const grupp = await db.selectFrom('partigrupp').select('parti_id').where('id', '=', organId).executeTakeFirst();
  return grupp?.parti_id ?? null;
}
