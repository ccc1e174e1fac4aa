import {
  type Gruppsvar,
  type Partimedlem,
  type RattPerson,
  svarande,
  type Uppdragsnyckel,
  type Uppdragsorgan,
  type Vantande,
  type Vantelage,
  vantarPaGruppen,
} from '@samskrift/shared';
import { sql } from 'kysely';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import { kolumner } from './uppdragsnyckel.ts';
import { GJORT, nekat, type Utfall, type Vem } from './utfall.ts';

type Organ = Pick<Uppdragsnyckel, 'organTyp' | 'organId'>;
export const PARTIORGAN: readonly Uppdragsorgan[] = ['partigrupp', 'partikansli'];

/** Everybody who has or has had an uppdrag in a group or a partikansli, was let in by its yes and is not blocked. */
export async function readPartimedlemmar(db: Db, idag: string): Promise<readonly Partimedlem[]> {
  const rader = await db
    .selectFrom('uppdrag as u')
    .innerJoin('user', 'user.id', 'u.person_id')
    .leftJoin('partigrupp as g', (join) => join.onRef('g.id', '=', 'u.organ_id').on('u.organ_typ', '=', 'partigrupp'))
    .where('u.organ_typ', 'in', [...PARTIORGAN])
    .where('u.vantar', '=', 0)
    .where('user.sparrad', 'is', null)
    .where('u.fran', '<=', idag)
    // Whoever administers says when an uppdrag has ended, and so who left last: only one that holds gives such a person a say.
    .where((or) => or.or([or('user.administrator', '=', 0), or('u.till', 'is', null), or('u.till', '>', idag)]))
    // One that was ended before it began, or was answered by no, has never held.
    .where((or) => or.or([or('u.till', 'is', null), or('u.till', '>', or.ref('u.fran'))]))
    .select(['u.person_id as personId', 'u.roll', 'u.organ_typ as organTyp', 'u.organ_id as organId', 'u.till'])
    .select(sql<string>`coalesce(g.parti_id, u.organ_id)`.as('partiId'))
    .execute();
  return rader.map(({ till, ...medlem }) => ({ ...medlem, slutat: till !== null && till <= idag ? till : null }));
}

/** Whether a new uppdrag waits for somebody's yes; `medlemmar` as they were before the change. */
export async function vantarPaJa(
  db: Db,
  medlemmar: readonly Partimedlem[],
  { organTyp, organId }: Organ,
  personId: string,
): Promise<boolean> {
  const partiId = await partiOf(db, { organTyp, organId });
  return (
    partiId !== null &&
    vantarPaGruppen(medlemmar, { organTyp, organId, partiId }, personId, await harAnvants(db, partiId))
  );
}

/**
 * Whether anybody who has or has had a part in the party's confidence has ever been logged in: before that nothing has been written,
 * and nobody can answer. Not whether anything has been written: an administrator sees who waits, and would learn of it (R20).
 */
export async function harAnvants(db: Db, partiId: string): Promise<boolean> {
  const nagon = await db
    .selectFrom('uppdrag as u')
    .leftJoin('partigrupp as g', (join) => join.onRef('g.id', '=', 'u.organ_id').on('u.organ_typ', '=', 'partigrupp'))
    .innerJoin('akt', (join) => join.onRef('akt.person_id', '=', 'u.person_id').on('akt.akt', '=', 'inloggad'))
    .where('u.organ_typ', 'in', [...PARTIORGAN])
    .where((or) => or.or([or('u.vantar', '=', 0), or('u.skal', '=', 'konto')]))
    .where((or) => or.or([or('u.till', 'is', null), or('u.till', '>', or.ref('u.fran'))]))
    .where(sql`coalesce(g.parti_id, u.organ_id)`, '=', partiId)
    .select('u.person_id')
    .limit(1)
    .executeTakeFirst();
  return nagon !== undefined;
}

/** Those who wait for this person's answer, in the order they came. */
async function readVantande(db: Db, person: RattPerson, idag: string): Promise<Vantande[]> {
  const rader = await vantar(db, idag)
    .innerJoin('user', 'user.id', 'u.person_id')
    .select(['u.person_id as personId', 'u.roll', 'u.organ_typ as organTyp', 'u.organ_id as organId'])
    .select(['u.fran', 'u.skal', 'user.name as namn', 'user.email as epost', 'user.vag_andrad'])
    .select(sql<string>`coalesce(g.parti_id, u.organ_id)`.as('partiId'))
    .orderBy('u.fran')
    .execute();
  if (rader.length === 0) return [];
  const medlemmar = await readPartimedlemmar(db, idag);
  return rader
    .filter((rad) => svarande(medlemmar, rad, rad.personId).includes(person.id))
    .map(({ partiId: _, vag_andrad, ...rad }) => ({ ...rad, vagAndrad: vag_andrad !== null }));
}

/** Both sides of the waiting, as one person sees them. */
export async function readVantelage(db: Db, person: RattPerson, now: Date): Promise<Vantelage> {
  const idag = now.toISOString().slice(0, 10);
  return { fragade: await readVantande(db, person, idag), vantarPa: await readVantarPa(db, person.id, idag) };
}

async function readVantarPa(db: Db, personId: string, idag: string): Promise<string[]> {
  const rader = await vantar(db, idag).where('u.person_id', '=', personId).orderBy('organ').execute();
  return [...new Set(rader.map(({ organ }) => organ))];
}

function vantar(db: Db, idag: string) {
  return db
    .selectFrom('uppdrag as u')
    .leftJoin('partigrupp as g', (join) => join.onRef('g.id', '=', 'u.organ_id').on('u.organ_typ', '=', 'partigrupp'))
    .leftJoin('namnd as n', 'n.id', 'g.namnd_id')
    .leftJoin('parti as p', (join) => join.onRef('p.id', '=', 'u.organ_id').on('u.organ_typ', '=', 'partikansli'))
    .where('u.vantar', '=', 1)
    .where((or) => or.or([or('u.till', 'is', null), or('u.till', '>', idag)]))
    .select(sql<string>`coalesce(g.namn || ' i ' || n.namn, p.namn || 's partikansli')`.as('organ'));
}

/**
 * To be called in a transaction. A no to somebody new leaves the row as one that never held; one to whoever has come into a
 * member's account ends the member's uppdrag today, and leaves it unconfirmed, or that account would have a say as one who was
 * there last.
 */
export async function svara(db: Db, { svar, ...nyckel }: Gruppsvar, person: RattPerson, vem: Vem): Promise<Utfall> {
  const idag = vem.tid.toISOString().slice(0, 10);
  const vantande = (await readVantande(db, person, idag)).find((rad) => sammaNyckel(rad, nyckel));
  if (vantande === undefined) return nekat('finnsInte', 'Ingen väntar längre på det svaret. Ladda om sidan.');
  const [, slut = idag] = [idag, nyckel.fran].sort();
  const nej = { nytt: { vantar: 0, till: nyckel.fran }, konto: { till: slut } };
  await db
    .updateTable('uppdrag')
    .set(svar === 'ja' ? { vantar: 0, skal: 'nytt' } : nej[vantande.skal])
    .where((eb) => eb.and(kolumner(nyckel)))
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
export async function partiOf(db: Db, { organTyp, organId }: Organ): Promise<string | null> {
  if (organTyp === 'partikansli') return organId;
  if (organTyp !== 'partigrupp') return null;
  const grupp = await db.selectFrom('partigrupp').select('parti_id').where('id', '=', organId).executeTakeFirst();
  return grupp?.parti_id ?? null;
}
