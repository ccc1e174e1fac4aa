import { type Installningar, MALLAR, STANDARDINSTALLNINGAR } from '@samskrift/shared';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Db } from '../db/open.ts';
import type { Database } from '../db/schema.ts';
import { parseJson } from '../store/parse-json.ts';

const IderSchema = z.array(z.string());

/** The settings of each nämnd that has decided any, by its id. */
export async function readInstallningar(db: Db): Promise<ReadonlyMap<string, Installningar>> {
  const rows = await db.selectFrom('installning').selectAll().execute();
  return new Map(rows.map((row) => [row.namnd_id, fromRow(row)]));
}

/** One nämnd's settings; the standard ones while it has decided nothing. */
export async function installningarFor(db: Db, namndId: string): Promise<Installningar> {
  const row = await db.selectFrom('installning').selectAll().where('namnd_id', '=', namndId).executeTakeFirst();
  return row === undefined ? STANDARDINSTALLNINGAR : fromRow(row);
}

export async function writeInstallningar(db: Db, namndId: string, ny: Installningar): Promise<void> {
  const row = {
    paragrafnumrering: ny.paragrafnumrering,
    ersattaryttrande: Number(ny.ersattaryttrande),
    sarskilt_uttalande: Number(ny.sarskiltUttalande),
    protokollsanteckning: Number(ny.protokollsanteckning),
    inlamnat_syns_for: ny.inlamnatSynsFor,
    dnr_prefix: ny.dnrPrefix,
    avstangda_mallar: JSON.stringify(ny.avstangdaMallar),
  };
  await db
    .insertInto('installning')
    .values({ namnd_id: namndId, ...row })
    .onConflict((clash) => clash.column('namnd_id').doUpdateSet(row))
    .execute();
}

function fromRow(row: Selectable<Database['installning']>): Installningar {
  const avstangda = new Set(IderSchema.parse(parseJson(row.avstangda_mallar)));
  return {
    paragrafnumrering: row.paragrafnumrering,
    ersattaryttrande: row.ersattaryttrande === 1,
    sarskiltUttalande: row.sarskilt_uttalande === 1,
    protokollsanteckning: row.protokollsanteckning === 1,
    inlamnatSynsFor: row.inlamnat_syns_for,
    dnrPrefix: row.dnr_prefix,
    // One that a later version has taken away is no setting any more.
    avstangdaMallar: MALLAR.map(({ id }) => id).filter((id) => avstangda.has(id)),
  };
}
