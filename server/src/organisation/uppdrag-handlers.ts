import type { RouteHandler } from '@hono/zod-openapi';
import { personId, type Uppdragsrad } from '@samskrift/shared';
import type { Context } from 'hono';
import type { Db } from '../db/open.ts';
import type { Deps, Env } from '../http/env.ts';
import { andraSlut, avsluta, geUppdrag } from './uppdrag-andringar.ts';
import type * as routes from './uppdrag-routes.ts';
import { nekaUtfall, type Utfall, type Vem } from './utfall.ts';

const PERSONER_MEST = 20;

export function getUppdragHandler({ db }: Deps): RouteHandler<typeof routes.getUppdrag, Env> {
  return async (c) => {
    const { organTyp, organId } = c.req.valid('query');
    const rader = await db
      .selectFrom('uppdrag as u')
      .innerJoin('user', 'user.id', 'u.person_id')
      .select([
        'u.person_id as personId',
        'u.roll',
        'u.organ_typ as organTyp',
        'u.organ_id as organId',
        'u.fran',
        'u.till',
        'u.vantar',
        'user.name as namn',
        'user.email as epost',
      ])
      .where('u.organ_typ', '=', organTyp)
      .where('u.organ_id', '=', organId)
      .execute();
    return c.json(
      rader
        .map((rad) => ({ ...rad, vantar: rad.vantar === 1 }))
        .sort((a, b) => a.namn.localeCompare(b.namn, 'sv') || b.fran.localeCompare(a.fran)),
      200,
    );
  };
}

/** Does one change in a transaction; the person's open sockets then have the new right at once. */
async function andra(
  { db, rooms, now }: Deps,
  c: Context<Env>,
  vems: string,
  gor: (trx: Db, vem: Vem) => Promise<Utfall<Uppdragsrad>>,
) {
  const vem: Vem = { personId: c.var.person.id, tid: now() };
  const utfall = await db.transaction().execute((trx) => gor(trx, vem));
  if (!utfall.ok) return nekaUtfall(c, utfall);
  await rooms.personChanged(personId(vems));
  return c.json(utfall.varde, 200);
}

export function postUppdragHandler(deps: Deps): RouteHandler<typeof routes.postUppdrag, Env> {
  return async (c) => {
    const nytt = c.req.valid('json');
    return andra(deps, c, nytt.personId, (trx, vem) => geUppdrag(trx, nytt, vem));
  };
}

export function patchUppdragHandler(deps: Deps): RouteHandler<typeof routes.patchUppdrag, Env> {
  return async (c) => {
    const andrat = c.req.valid('json');
    return andra(deps, c, andrat.personId, (trx, vem) => andraSlut(trx, andrat, vem));
  };
}

export function postAvslutaHandler(deps: Deps): RouteHandler<typeof routes.postAvsluta, Env> {
  return async (c) => {
    const nyckel = c.req.valid('json');
    return andra(deps, c, nyckel.personId, (trx, vem) => avsluta(trx, nyckel, vem));
  };
}

export function getUppdragspersonerHandler({ db }: Deps): RouteHandler<typeof routes.getUppdragspersoner, Env> {
  return async (c) => {
    const sokt = c.req.valid('query').sok.toLocaleLowerCase('sv');
    const rader = await db.selectFrom('user').select(['id', 'name as namn', 'email as epost']).execute();
    const funna = rader
      // SQLite folds only ASCII; «åsa» must find Åsa.
      .filter(({ namn, epost }) => [namn, epost].some((ord) => ord.toLocaleLowerCase('sv').includes(sokt)))
      .sort((a, b) => a.namn.localeCompare(b.namn, 'sv') || a.epost.localeCompare(b.epost))
      .slice(0, PERSONER_MEST);
    return c.json(funna, 200);
  };
}
