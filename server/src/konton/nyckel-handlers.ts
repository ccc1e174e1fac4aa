import type { RouteHandler } from '@hono/zod-openapi';
import { NYCKLAR_MEST, type Nyckel } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import { isUniqueViolation } from '../db/sqlite-dialect.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { inloggningskaka } from './inloggningskaka.ts';
import type { deleteNyckel, getNycklar, patchNyckel, postNyckel, postNyckelbegaran } from './nyckel-routes.ts';
import { fullfolj, paborja } from './paborjad-inloggning.ts';
import { createWebauthn } from './webauthn.ts';

/** How long after a login a key may be added: whoever finds an open page is not to leave with a way in of their own. */
const NYSS_MS = 10 * 60_000;

export function getNycklarHandler({ db }: Deps): RouteHandler<typeof getNycklar, Env> {
  return async (c) => c.json(await lasaNycklar(db, c.var.person.id), 200);
}

export function postNyckelbegaranHandler(deps: Deps): RouteHandler<typeof postNyckelbegaran, Env> {
  const { db, publicUrl, now } = deps;
  const webauthn = createWebauthn(deps);
  const kaka = inloggningskaka('nyckel', publicUrl);
  return async (c) => {
    const { id, sessionId } = c.var.person;
    const tid = now();
    const jag = await db
      .selectFrom('session')
      .innerJoin('user', 'user.id', 'session.userId')
      .select(['session.createdAt', 'user.name', 'user.email'])
      .where('session.id', '=', sessionId)
      .executeTakeFirst();
    if (jag === undefined || tid.getTime() - Date.parse(jag.createdAt) > NYSS_MS) return nej(c, 'loggaInIgen');
    const har = await lasaNycklar(db, id);
    if (har.length >= NYCKLAR_MEST)
      return nej(c, 'finnsRedan', 'Du har redan så många nycklar som går. Ta bort en först.');
    const begaran = await webauthn.nyckelbegaran(
      { id, namn: jag.name, epost: jag.email },
      har.map((nyckel) => nyckel.id),
    );
    kaka.satt(c, await paborja(db, 'nyNyckel', { personId: id, utmaning: begaran.challenge }, tid));
    return c.json(begaran, 200);
  };
}

export function postNyckelHandler(deps: Deps): RouteHandler<typeof postNyckel, Env> {
  const { db, publicUrl, now } = deps;
  const webauthn = createWebauthn(deps);
  const kaka = inloggningskaka('nyckel', publicUrl);
  return async (c) => {
    const { namn, svar } = c.req.valid('json');
    const personId = c.var.person.id;
    const tid = now();
    const begard = await fullfolj(db, 'nyNyckel', kaka.ta(c), tid);
    const ny = begard?.personId === personId ? await webauthn.ny(svar, begard.utmaning ?? '') : null;
    if (ny === null) return nej(c, 'ogiltig', 'Nyckeln gick inte att lägga till. Försök igen.');
    const rad = { id: ny.id, namn, skapad: tid.toISOString(), anvand: null };
    try {
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('nyckel')
          .values({ ...rad, person_id: personId, publik: ny.publik, raknare: ny.raknare })
          .execute();
        await bokfor(trx, { akt: 'nyckelTillagd', tid, personId });
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return nej(c, 'finnsRedan', 'Nyckeln är redan tillagd.');
    }
    return c.json(rad, 201);
  };
}

export function patchNyckelHandler({ db }: Deps): RouteHandler<typeof patchNyckel, Env> {
  return async (c) => {
    const { namn } = c.req.valid('json');
    const { id } = c.req.valid('param');
    const rad = await db
      .updateTable('nyckel')
      .set({ namn })
      .where('id', '=', id)
      .where('person_id', '=', c.var.person.id)
      .returning(['id', 'namn', 'skapad', 'anvand'])
      .executeTakeFirst();
    return rad === undefined ? nej(c, 'finnsInte') : c.json(rad, 200);
  };
}

export function deleteNyckelHandler({ db, now }: Deps): RouteHandler<typeof deleteNyckel, Env> {
  return async (c) => {
    const { id } = c.req.valid('param');
    const personId = c.var.person.id;
    const borta = await db.transaction().execute(async (trx) => {
      const rad = await trx
        .deleteFrom('nyckel')
        .where('id', '=', id)
        .where('person_id', '=', personId)
        .returning(['id', 'namn', 'skapad', 'anvand'])
        .executeTakeFirst();
      if (rad !== undefined) await bokfor(trx, { akt: 'nyckelBorttagen', tid: now(), personId });
      return rad;
    });
    return borta === undefined ? nej(c, 'finnsInte') : c.json(borta, 200);
  };
}

function lasaNycklar(db: Db, personId: string): Promise<Nyckel[]> {
  return db
    .selectFrom('nyckel')
    .select(['id', 'namn', 'skapad', 'anvand'])
    .where('person_id', '=', personId)
    .orderBy('skapad')
    .execute();
}
