import type { RouteHandler } from '@hono/zod-openapi';
import { personId } from '@samskrift/shared';
import type { Deps, Env } from '../http/env.ts';
import { readVantelage, svara } from './gruppens-ja.ts';
import type * as routes from './gruppens-ja-routes.ts';
import { nekaUtfall } from './utfall.ts';

export function getVantandeHandler({ db, now }: Deps): RouteHandler<typeof routes.getVantande, Env> {
  return async (c) => c.json(await readVantelage(db, c.var.person, now()), 200);
}

export function postSvarHandler({ db, rooms, now }: Deps): RouteHandler<typeof routes.postSvar, Env> {
  return async (c) => {
    const { person } = c.var;
    const svar = c.req.valid('json');
    const vem = { personId: person.id, tid: now() };
    const utfall = await db.transaction().execute((trx) => svara(trx, svar, person, vem));
    if (!utfall.ok) return nekaUtfall(c, utfall);
    await rooms.personChanged(personId(svar.personId));
    return c.json(await readVantelage(db, person, now()), 200);
  };
}
