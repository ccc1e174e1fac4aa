import { canonicalJson, handlingId, type RattHandling, type RattPerson, type Slaktskap } from '@samskrift/shared';
import type { Db } from '../db/open.ts';
import { readHandlingar, seen } from '../handlingar/handling-rader.ts';
import { documentJson } from '../store/document-bytes.ts';
import type { Store } from '../store/store.ts';
import { readMottagargrupper, somEgen } from './mottagare.ts';
import { readGivna, readUrsprung } from './ursprungstext.ts';

type Slakting = NonNullable<NonNullable<Slaktskap['ursprung']>['moder']>;

/**
 * Where the handling comes from and what has come of it. Told to its owner's own: to others, whom it has been shared with or
 * who write it too, how a party hands its texts around is not told. Another text is named only to who may see it.
 */
export async function readSlaktskap(
  { db, store }: { readonly db: Db; readonly store: Pick<Store, 'load'> },
  handling: RattHandling,
  person: RattPerson,
  now: Date,
): Promise<Slaktskap> {
  if (handling.agare.typ !== 'partigrupp' || !somEgen(person, handling, now))
    return { ursprung: null, kopior: [], farGe: false };
  const ursprung = await readUrsprung(db, handling.id);
  const kopior: Slaktskap['kopior'] = [];
  for (const given of await readGivna(db, handling.id)) {
    const kopia = await readSlakting(db, given.handlingId, person, now);
    if (kopia === null) continue;
    const skiljer = (await readText(store, given.handlingId)) !== given.text;
    kopior.push({ ...kopia, tid: given.tid, skiljer });
  }
  return {
    ursprung:
      ursprung === null ? null : { tid: ursprung.tid, moder: await readSlakting(db, ursprung.moderId, person, now) },
    kopior: kopior.sort(
      (a, b) => a.namnd.localeCompare(b.namnd, 'sv') || a.arende.dnr.localeCompare(b.arende.dnr, 'sv'),
    ),
    farGe: (await readMottagargrupper(db, handling, person, now)).length > 0,
  };
}

/** The text of a handling as it is saved, as canonical JSON. */
export async function readText(store: Pick<Store, 'load'>, id: string): Promise<string> {
  const stored = await store.load(handlingId(id));
  if (stored === null) throw new RangeError('there is no handling without a text');
  return canonicalJson(documentJson(stored.base, stored.tail));
}

/** Another text as it is named to the person; null for one that does not exist for the person. */
export async function readSlakting(db: Db, id: string, person: RattPerson, now: Date): Promise<Slakting | null> {
  const [rad] = await readHandlingar(db, { id });
  const handling = rad === undefined ? null : seen(rad, person, now);
  if (handling === null) return null;
  const arende = await db
    .selectFrom('arende')
    .innerJoin('namnd', 'namnd.id', 'arende.namnd_id')
    .where('arende.id', '=', handling.arendeId)
    .select(['arende.id', 'dnr', 'titel', 'namn'])
    .executeTakeFirstOrThrow();
  const { namn, ...om } = arende;
  return { handlingId: id, namnd: namn, grupp: handling.agare.namn, arende: om };
}
