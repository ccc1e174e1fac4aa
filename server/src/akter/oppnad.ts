import type { Deps } from '../http/env.ts';
import { bokforEfterat, type OmHandling } from './bokfor.ts';

/** Writes down that a person has opened a handling, once a day. */
export async function noteOpened(deps: Pick<Deps, 'db' | 'log'>, akt: OmHandling): Promise<void> {
  const today = await deps.db
    .selectFrom('akt')
    .select('nr')
    .where('handling_id', '=', akt.handlingId)
    .where('person_id', '=', akt.personId)
    .where('akt', '=', akt.akt)
    .where('tid', '>=', akt.tid.toISOString().slice(0, 10))
    .executeTakeFirst();
  if (today === undefined) await bokforEfterat(deps, akt);
}
