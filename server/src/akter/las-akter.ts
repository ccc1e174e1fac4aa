import { AKTER, type Akt, type Aktrad, arDataskyddsombud } from '@samskrift/shared';
import { readArenden } from '../arenden/arenden.ts';
import type { Db } from '../db/open.ts';
import { berattasFran } from '../samarbete/berattas-fran.ts';
import type { Participant } from '../sync/gate.ts';

/** Which acts are asked for. Times are ISO 8601 in UTC; `till` is not included. */
export interface Aktfilter {
  readonly akt?: Akt | undefined;
  /** Part of a name, as it is written. */
  readonly person?: string | undefined;
  readonly handlingId?: string | undefined;
  readonly fran?: string | undefined;
  readonly till?: string | undefined;
}

type Detalj = Aktrad['detalj'];

/** So many rows are read at once, of which some may be for others. */
const CHUNK = 500;

/**
 * The acts that exist for the person, newest first. An act about a handling is for those who may see the handling now, whoever
 * did it: a group's acts are the group's, and another's only from when the text became theirs together. One about an ärende is for
 * those who see the ärende; every other for administrators, the dataskyddsombud and the person who did it. The rows' own numbers are not given out: their gaps would tell of what others do.
 */
export async function* readAkter(db: Db, person: Participant, filter: Aktfilter, now: Date): AsyncGenerator<Aktrad> {
  const arenden = await readArenden(db, person, now);
  const handlingar = new Map(arenden.flatMap(({ lista }) => lista.map((handling) => [handling.id, handling] as const)));
  const fran = new Map(
    arenden.flatMap(({ rader }) =>
      rader.map((rad) => [rad.ratt.id as string, berattasFran(person, rad, now)] as const),
    ),
  );
  const dnr = new Map(arenden.map(({ arende }) => [arende.id, arende.dnr]));
  const allas = person.administrator || arDataskyddsombud(person, now);
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const rows = await chunk(db, filter, before);
    for (const row of rows) {
      const handling = row.handling_id === null ? null : handlingar.get(row.handling_id);
      const numbered = row.arende_id === null ? null : dnr.get(row.arende_id);
      if (handling === undefined || numbered === undefined) continue;
      if (handling !== null && row.tid < (fran.get(handling.id) ?? '')) continue;
      const own = allas || row.person_id === person.id;
      if (handling === null && numbered === null && !own) continue;
      // What a group has done with its draft is the group's own to know, also where the draft has been shared.
      if (row.akt === 'kopiaInlamnad' && handling?.inlamnade.length === 0) continue;
      yield {
        tid: row.tid,
        akt: row.akt,
        person: row.namn,
        handling: handling === null ? null : { id: handling.id, titel: handling.titel },
        arende: row.arende_id === null || numbered === null ? null : { id: row.arende_id, dnr: numbered },
        // How many rows a file had is a count of what its person may see, a group's own acts too: told to nobody else.
        detalj: row.akt === 'exporterad' && row.person_id !== person.id ? {} : (JSON.parse(row.detalj) as Detalj),
      };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < CHUNK) return;
    before = last.nr;
  }
}

async function chunk(db: Db, filter: Aktfilter, before: number) {
  let query = db
    .selectFrom('akt')
    .leftJoin('user', 'user.id', 'akt.person_id')
    .select(['nr', 'tid', 'akt', 'person_id', 'handling_id', 'arende_id', 'detalj', 'user.name as namn'])
    .where('nr', '<', before)
    // A later version may have written acts that this one has no words for.
    .where('akt', 'in', filter.akt === undefined ? [...AKTER] : [filter.akt])
    .orderBy('nr', 'desc')
    .limit(CHUNK);
  if (filter.handlingId !== undefined) query = query.where('handling_id', '=', filter.handlingId);
  if (filter.fran !== undefined) query = query.where('tid', '>=', filter.fran);
  if (filter.till !== undefined) query = query.where('tid', '<', filter.till);
  if (filter.person === undefined) return query.execute();
  // SQLite folds only ASCII; «åsa» must find Åsa.
  const wanted = filter.person.toLocaleLowerCase('sv');
  const named = (await db.selectFrom('user').select(['id', 'name']).execute())
    .filter((user) => user.name.toLocaleLowerCase('sv').includes(wanted))
    .map((user) => user.id);
  return query.where('person_id', 'in', named).execute();
}
