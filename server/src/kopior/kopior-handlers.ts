import type { RouteHandler } from '@hono/zod-openapi';
import { TextSchema } from '@samskrift/shared';
import { findHandling } from '../handlingar/handlingar-handlers.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { brister, geKopior } from './ge-kopior.ts';
import type { getMottagare, getSlaktskap, getUrsprungstext, postKopior } from './kopior-routes.ts';
import { readMottagare, somEgen } from './mottagare.ts';
import { readSlakting, readSlaktskap, readText } from './slaktskap.ts';
import { readUrsprung } from './ursprungstext.ts';

const EJ_GE = 'Bara partikansliet ger partiets egna texter vidare, och inte en text som skrivs med andra grupper.';

export function getSlaktskapHandler(deps: Deps): RouteHandler<typeof getSlaktskap, Env> {
  return async (c) => {
    const found = await findHandling(deps.db, c.req.valid('param').id, c.var.person, deps.now());
    if (found === null) return nej(c, 'finnsInte');
    return c.json(await readSlaktskap(deps, found.rad.ratt, c.var.person, deps.now()), 200);
  };
}

export function getUrsprungstextHandler({ db, store, now }: Deps): RouteHandler<typeof getUrsprungstext, Env> {
  return async (c) => {
    const person = c.var.person;
    const found = await findHandling(db, c.req.valid('param').id, person, now());
    if (found === null || !somEgen(person, found.rad.ratt, now())) return nej(c, 'finnsInte');
    const ursprung = await readUrsprung(db, found.handling.id);
    if (ursprung === null) return nej(c, 'finnsInte');
    const moder = await readSlakting(db, ursprung.moderId, person, now());
    const nu = moder === null ? null : TextSchema.parse(JSON.parse(await readText(store, ursprung.moderId)));
    return c.json({ given: TextSchema.parse(JSON.parse(ursprung.text)), nu }, 200);
  };
}

export function getMottagareHandler({ db, now }: Deps): RouteHandler<typeof getMottagare, Env> {
  return async (c) => {
    const found = await findHandling(db, c.req.valid('param').id, c.var.person, now());
    if (found === null) return nej(c, 'finnsInte');
    return c.json(await readMottagare(db, found.rad.ratt, c.var.person, now()), 200);
  };
}

export function postKopiorHandler(deps: Deps): RouteHandler<typeof postKopior, Env> {
  const { db, store, rooms, now } = deps;
  return async (c) => {
    const person = c.var.person;
    const found = await findHandling(db, c.req.valid('param').id, person, now());
    if (found === null) return nej(c, 'finnsInte');
    const mottagare = await readMottagare(db, found.rad.ratt, person, now());
    if (mottagare.length === 0) return nej(c, 'ejTillaten', EJ_GE);
    const nya = c.req.valid('json');
    const fel = await brister(db, found.handling, nya.till, mottagare);
    if (fel.length > 0) return nej(c, 'ogiltig', `Ingenting har getts. ${fel.join(' ')}`);
    const text = await readText(store, found.handling.id);
    await geKopior(db, { rad: found.rad, person, tid: now() }, nya, text);
    rooms.changed(found.rad.ratt.id);
    return c.json(await readSlaktskap(deps, found.rad.ratt, person, now()), 201);
  };
}
