import type { RouteHandler } from '@hono/zod-openapi';
import { isId, namndId } from '@samskrift/shared';
import type { Context } from 'hono';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import type { Deps, Env } from '../http/env.ts';
import { writeInstallningar } from './installningar.ts';
import * as namnder from './namnd-andringar.ts';
import type * as routes from './organ-routes.ts';
import { readOrganisation } from './organisation.ts';
import * as partier from './parti-andringar.ts';
import { GJORT, nekat, nekaUtfall, type Utfall, type Vem } from './utfall.ts';

export function getOrganisationHandler({ db }: Deps): RouteHandler<typeof routes.getOrganisation, Env> {
  return async (c) => c.json(await readOrganisation(db), 200);
}

/** Does one change in a transaction and answers with what the organisation then is. */
async function andra({ db, now }: Deps, c: Context<Env>, gor: (trx: Db, vem: Vem) => Promise<Utfall>) {
  const vem: Vem = { personId: c.var.person.id, tid: now() };
  const utfall = await db.transaction().execute((trx) => gor(trx, vem));
  return utfall.ok ? c.json(await readOrganisation(db), 200) : nekaUtfall(c, utfall);
}

export function postNamndHandler(deps: Deps): RouteHandler<typeof routes.postNamnd, Env> {
  return async (c) => {
    const { namn } = c.req.valid('json');
    return andra(deps, c, (trx, vem) => namnder.skapaNamnd(trx, namn, vem));
  };
}

export function patchNamndHandler(deps: Deps): RouteHandler<typeof routes.patchNamnd, Env> {
  return async (c) => {
    const { namn } = c.req.valid('json');
    const { id } = c.req.valid('param');
    return andra(deps, c, (trx, vem) => namnder.bytNamnPaNamnd(trx, id, namn, vem));
  };
}

export function postForvaltningHandler(deps: Deps): RouteHandler<typeof routes.postForvaltning, Env> {
  return async (c) => {
    const { namn } = c.req.valid('json');
    const { id } = c.req.valid('param');
    return andra(deps, c, (trx, vem) => namnder.skapaForvaltning(trx, id, namn, vem));
  };
}

export function patchForvaltningHandler(deps: Deps): RouteHandler<typeof routes.patchForvaltning, Env> {
  return async (c) => {
    const { namn } = c.req.valid('json');
    const { id } = c.req.valid('param');
    return andra(deps, c, (trx, vem) => namnder.bytNamnPaForvaltning(trx, id, namn, vem));
  };
}

export function postAvdelningHandler(deps: Deps): RouteHandler<typeof routes.postAvdelning, Env> {
  return async (c) => {
    const { namn } = c.req.valid('json');
    const { id } = c.req.valid('param');
    return andra(deps, c, (trx, vem) => namnder.skapaAvdelning(trx, id, namn, vem));
  };
}

export function patchAvdelningHandler(deps: Deps): RouteHandler<typeof routes.patchAvdelning, Env> {
  return async (c) => {
    const { namn } = c.req.valid('json');
    const { id } = c.req.valid('param');
    return andra(deps, c, (trx, vem) => namnder.bytNamnPaAvdelning(trx, id, namn, vem));
  };
}

export function postPartiHandler(deps: Deps): RouteHandler<typeof routes.postParti, Env> {
  return async (c) => {
    const ny = c.req.valid('json');
    return andra(deps, c, (trx, vem) => partier.skapaParti(trx, ny, vem));
  };
}

export function patchPartiHandler(deps: Deps): RouteHandler<typeof routes.patchParti, Env> {
  return async (c) => {
    const ny = c.req.valid('json');
    const { id } = c.req.valid('param');
    return andra(deps, c, (trx, vem) => partier.andraParti(trx, id, ny, vem));
  };
}

export function postPartigruppHandler(deps: Deps): RouteHandler<typeof routes.postPartigrupp, Env> {
  return async (c) => {
    const ny = c.req.valid('json');
    const { id } = c.req.valid('param');
    return andra(deps, c, (trx, vem) => partier.skapaPartigrupp(trx, id, ny, vem));
  };
}

export function patchPartigruppHandler(deps: Deps): RouteHandler<typeof routes.patchPartigrupp, Env> {
  return async (c) => {
    const { namn } = c.req.valid('json');
    const { id } = c.req.valid('param');
    return andra(deps, c, (trx, vem) => partier.bytNamnPaPartigrupp(trx, id, namn, vem));
  };
}

export function putInstallningarHandler(deps: Deps): RouteHandler<typeof routes.putInstallningar, Env> {
  return async (c) => {
    const nya = c.req.valid('json');
    const { id } = c.req.valid('param');
    const answer = await andra(deps, c, async (trx, { personId, tid }) => {
      const namnd = await trx.selectFrom('namnd').select('id').where('id', '=', id).executeTakeFirst();
      if (namnd === undefined) return nekat('finnsInte', 'Nämnden finns inte.');
      await writeInstallningar(trx, id, nya);
      const { avstangdaMallar, ...ovriga } = nya;
      const detalj = Object.fromEntries(
        Object.entries(ovriga).map(([namn, varde]) => [namn, typeof varde === 'boolean' ? Number(varde) : varde]),
      );
      await bokfor(trx, {
        akt: 'installningAndrad',
        tid,
        personId,
        namndId: id,
        detalj: { ...detalj, avstangdaMallar: avstangdaMallar.join(' ') },
      });
      return GJORT;
    });
    // Who sees what has been handed in is one of them.
    if (isId(id)) await deps.rooms.namndChanged(namndId(id));
    return answer;
  };
}
