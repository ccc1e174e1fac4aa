import type { RouteHandler } from '@hono/zod-openapi';
import { namndId as toNamndId } from '@samskrift/shared';
import type { Context } from 'hono';
import type { Db } from '../db/open.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { readArende } from './arenden.ts';
import { medHandlingar } from './arenden-handlers.ts';
import { anmalJav, farAvgoraJav, havJav, type Javmarke } from './jav.ts';
import type { deleteJav, putJav } from './jav-routes.ts';

const BARA_ORDFORANDEN =
  'Bara ordföranden och nämndsekreteraren anmäler jäv för andra och häver jäv. Ditt eget jäv anmäler du själv.';

export function putJavHandler(deps: Deps): RouteHandler<typeof putJav, Env> {
  return async (c) => {
    const { id, personId: vem } = c.req.valid('param');
    return andra(deps, c, { id, vem, egetGar: true }, anmalJav);
  };
}

export function deleteJavHandler(deps: Deps): RouteHandler<typeof deleteJav, Env> {
  return async (c) => {
    const { id, personId: vem } = c.req.valid('param');
    return andra(deps, c, { id, vem, egetGar: false }, havJav);
  };
}

/** Changes one mark; open sockets then have the new right at once. */
async function andra(
  { db, rooms, now }: Deps,
  c: Context<Env>,
  { id, vem, egetGar }: { readonly id: string; readonly vem: string; readonly egetGar: boolean },
  gor: (trx: Db, marke: Javmarke) => Promise<void>,
) {
  const { person } = c.var;
  const found = await readArende(db, id, person, now());
  if (found === null) return nej(c, 'finnsInte');
  const namndId = found.arende.namnd.id;
  const far = farAvgoraJav(person, namndId, now()) || (egetGar && vem === person.id);
  if (!far) return nej(c, 'ejTillaten', BARA_ORDFORANDEN);
  const finns = await db.selectFrom('user').select('id').where('id', '=', vem).executeTakeFirst();
  if (finns === undefined) return nej(c, 'finnsInte', 'Personen finns inte.');
  const marke = { arendeId: found.arende.id, namndId, personId: vem, av: person.id, tid: now() };
  await db.transaction().execute((trx) => gor(trx, marke));
  // The mark is the ärende's: its rooms have not read it yet.
  await rooms.namndChanged(toNamndId(namndId));
  const after = await readArende(db, id, person, now());
  return after === null ? nej(c, 'finnsInte') : c.json(await medHandlingar(db, after, person, now()), 200);
}
