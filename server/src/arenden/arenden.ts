import type { Arende, Handling, RattPerson } from '@samskrift/shared';
import type { Db } from '../db/open.ts';
import { readHandlingar, seen } from '../handlingar/handling-rader.ts';
import { egnaNamnder, type NamngivetOrgan, readOrgan } from './namnder.ts';

/** An ärende as one person sees it: with the handlingar that exist for that person, and no trace of the others. */
export interface SynligtArende {
  readonly arende: Arende;
  readonly lista: readonly Handling[];
  readonly organ: readonly NamngivetOrgan[];
}

/** The ärenden of the person's own nämnder, and those with a handling the person may see; latest changed first. */
export async function readArenden(db: Db, person: RattPerson, now: Date): Promise<SynligtArende[]> {
  const rows = await arendeQuery(db).execute();
  const rader = Map.groupBy(await readHandlingar(db, 'alla'), (rad) => rad.beskrivning.arendeId);
  const organ = await readOrgan(db);
  const egna = egnaNamnder(person, organ, now);
  return rows
    .flatMap((row) => {
      const lista = (rader.get(row.id) ?? []).flatMap((rad) => seen(rad, person, now) ?? []);
      return lista.length > 0 || isOwn(egna, row.namnd_id) ? [{ arende: toArende(row, lista), lista, organ }] : [];
    })
    .sort((a, b) => b.arende.andrad.localeCompare(a.arende.andrad));
}

/** One ärende; null for one that does not exist for this person. */
export async function readArende(db: Db, id: string, person: RattPerson, now: Date): Promise<SynligtArende | null> {
  const row = await arendeQuery(db).where('arende.id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const lista = (await readHandlingar(db, { arendeId: id })).flatMap((rad) => seen(rad, person, now) ?? []);
  const organ = await readOrgan(db);
  if (lista.length === 0 && !isOwn(egnaNamnder(person, organ, now), row.namnd_id)) return null;
  return { arende: toArende(row, lista), lista, organ };
}

function arendeQuery(db: Db) {
  return db
    .selectFrom('arende')
    .innerJoin('namnd', 'namnd.id', 'arende.namnd_id')
    .select(['arende.id', 'dnr', 'titel', 'skapad', 'namnd_id', 'namnd.namn']);
}

type ArendeRow = Awaited<ReturnType<ReturnType<typeof arendeQuery>['execute']>>[number];

/** The time of the latest change counts only what this person sees: another's draft must not move the ärende. */
function toArende(row: ArendeRow, lista: readonly Handling[]): Arende {
  const times = [row.skapad];
  for (const { sigill, skapad } of lista) times.push(sigill !== null && 'tid' in sigill ? sigill.tid : skapad);
  return {
    id: row.id,
    dnr: row.dnr,
    titel: row.titel,
    namnd: { id: row.namnd_id, namn: row.namn },
    handlingar: lista.length,
    andrad: times.sort().at(-1) ?? row.skapad,
  };
}

function isOwn(egna: ReadonlySet<string>, namnd: string): boolean {
  return egna.has(namnd);
}
