import type { Arende, Handling, RattPerson } from '@samskrift/shared';
import type { Db } from '../db/open.ts';
import { type HandlingRad, readHandlingar, seen } from '../handlingar/handling-rader.ts';
import { egnaNamnder, type NamngivetOrgan, readOrgan } from './namnder.ts';

/** An ärende as one person sees it: with the handlingar that exist for that person, and no trace of the others. */
export interface SynligtArende {
  readonly arende: Arende;
  readonly lista: readonly Handling[];
  readonly organ: readonly NamngivetOrgan[];
  /** The rows behind `lista`. */
  readonly rader: readonly HandlingRad[];
}

/** The ärenden of the person's own nämnder, and those with a handling the person may see; latest changed first. */
export async function readArenden(db: Db, person: RattPerson, now: Date): Promise<SynligtArende[]> {
  const rows = await arendeQuery(db).execute();
  const rader = Map.groupBy(await readHandlingar(db, 'alla'), (rad) => rad.beskrivning.arendeId);
  const organ = await readOrgan(db);
  const egna = egnaNamnder(person, organ, now);
  return rows
    .flatMap((row) => synligt(row, rader.get(row.id) ?? [], organ, egna, person, now) ?? [])
    .sort((a, b) => b.arende.andrad.localeCompare(a.arende.andrad));
}

/** One ärende; null for one that does not exist for this person. */
export async function readArende(db: Db, id: string, person: RattPerson, now: Date): Promise<SynligtArende | null> {
  const row = await arendeQuery(db).where('arende.id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const rader = await readHandlingar(db, { arendeId: id });
  const organ = await readOrgan(db);
  return synligt(row, rader, organ, egnaNamnder(person, organ, now), person, now);
}

function arendeQuery(db: Db) {
  return db
    .selectFrom('arende')
    .innerJoin('namnd', 'namnd.id', 'arende.namnd_id')
    .leftJoin('user', 'user.id', 'arende.handlaggare')
    .selectAll('arende')
    .select(['namnd.namn', 'user.name as handlaggare_namn']);
}

type ArendeRow = Awaited<ReturnType<ReturnType<typeof arendeQuery>['execute']>>[number];

function synligt(
  row: ArendeRow,
  alla: readonly HandlingRad[],
  organ: readonly NamngivetOrgan[],
  egna: ReadonlySet<string>,
  person: RattPerson,
  now: Date,
): SynligtArende | null {
  const synliga = alla.flatMap((rad) => {
    const handling = seen(rad, person, now);
    return handling === null ? [] : [{ rad, handling }];
  });
  if (synliga.length === 0 && !egna.has(row.namnd_id)) return null;
  const lista = synliga.map(({ handling }) => handling);
  const rader = synliga.map(({ rad }) => rad);
  const mitt = row.handlaggare === person.id || rader.some(({ skapadAvId }) => skapadAvId === person.id);
  return { arende: toArende(row, lista, mitt), lista, organ, rader };
}

/** The time of the latest change counts only what this person sees: another's draft must not move the ärende. */
function toArende(row: ArendeRow, lista: readonly Handling[], mitt: boolean): Arende {
  const times = [row.skapad, row.andrad ?? row.skapad];
  for (const { sigill, skapad } of lista) times.push(sigill !== null && 'tid' in sigill ? sigill.tid : skapad);
  const { handlaggare, handlaggare_namn } = row;
  return {
    id: row.id,
    dnr: row.dnr,
    titel: row.titel,
    namnd: { id: row.namnd_id, namn: row.namn },
    handlingar: lista.length,
    andrad: times.sort().at(-1) ?? row.skapad,
    slag: row.slag,
    lage: row.lage,
    remiss: row.slag === 'remiss' ? { fran: row.remiss_fran ?? '', sistaDag: row.sista_dag } : null,
    handlaggare: handlaggare === null ? null : { id: handlaggare, namn: handlaggare_namn ?? '' },
    sammantrade: row.sammantrade,
    mitt,
  };
}
