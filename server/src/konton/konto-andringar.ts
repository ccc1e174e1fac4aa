import type { RouteHandler } from '@hono/zod-openapi';
import { personId } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import { isUniqueViolation } from '../db/sqlite-dialect.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import type { deleteAdministrator, deleteIdentitet, patchKonto, putAdministrator } from './admin-routes.ts';
import { taBortSessioner } from './avsluta-sessioner.ts';
import { upphavLankar } from './engangslankar.ts';
import { lasaKonto } from './lasa-konton.ts';

/** A person's name and address are the administrator's to change: they are what others know the person by. */
export function patchKontoHandler({ db, rooms, now }: Deps): RouteHandler<typeof patchKonto, Env> {
  return async (c) => {
    const { id } = c.req.valid('param');
    const { namn, epost } = c.req.valid('json');
    const tid = now();
    const forut = await lasaKonto(db, tid, id);
    if (forut === null) return nej(c, 'finnsInte');
    const falt = [...(forut.namn === namn ? [] : ['namn']), ...(forut.epost === epost ? [] : ['epost'])];
    if (falt.length === 0) return c.json(forut, 200);
    try {
      await db.transaction().execute(async (trx) => {
        const andrad = { name: namn, email: epost, updatedAt: tid.toISOString() };
        const vag = forut.epost === epost ? {} : { vag_andrad: tid.toISOString() };
        await trx
          .updateTable('user')
          .set({ ...andrad, ...vag })
          .where('id', '=', id)
          .execute();
        // Those that are on their way went to the address as it was.
        if (forut.epost !== epost) await upphavLankar(trx, id);
        const detalj = { person: id, falt: falt.join(' ') };
        await bokfor(trx, { akt: 'personAndrad', tid, personId: c.var.person.id, detalj });
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return nej(c, 'finnsRedan', 'Det finns redan ett konto med den e-postadressen.');
    }
    await rooms.personChanged(personId(id));
    return c.json({ ...forut, namn, epost }, 200);
  };
}

export function putAdministratorHandler({ db, now }: Deps): RouteHandler<typeof putAdministrator, Env> {
  return async (c) => {
    const { id } = c.req.valid('param');
    const tid = now();
    const konto = await lasaKonto(db, tid, id);
    if (konto === null) return nej(c, 'finnsInte');
    if (konto.sparrad !== null) return nej(c, 'finnsRedan', 'Kontot är spärrat. Öppna det först.');
    await db.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('user')
        .set({ administrator: 1 })
        .where('id', '=', id)
        .where('administrator', '=', 0)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return;
      await bokfor(trx, { akt: 'administratorGiven', tid, personId: c.var.person.id, detalj: { person: id } });
    });
    return c.json({ ...konto, administrator: true }, 200);
  };
}

export function deleteAdministratorHandler({ db, now }: Deps): RouteHandler<typeof deleteAdministrator, Env> {
  return async (c) => {
    const { id } = c.req.valid('param');
    const tid = now();
    const konto = await lasaKonto(db, tid, id);
    if (konto === null) return nej(c, 'finnsInte');
    const gick = await db.transaction().execute(async (trx) => {
      if (!(await annanAdministrator(trx, id))) return false;
      const { numUpdatedRows } = await trx
        .updateTable('user')
        .set({ administrator: 0 })
        .where('id', '=', id)
        .where('administrator', '=', 1)
        .executeTakeFirst();
      if (numUpdatedRows > 0n)
        await bokfor(trx, { akt: 'administratorTagen', tid, personId: c.var.person.id, detalj: { person: id } });
      return true;
    });
    if (!gick)
      return nej(c, 'finnsRedan', 'Det måste finnas en administratör. Gör någon annan till administratör först.');
    return c.json({ ...konto, administrator: false }, 200);
  };
}

/** For who has got a new number at the city's own login: the next login there binds the account anew. */
export function deleteIdentitetHandler({ db, rooms, now }: Deps): RouteHandler<typeof deleteIdentitet, Env> {
  return async (c) => {
    const { id } = c.req.valid('param');
    const tid = now();
    const konto = await lasaKonto(db, tid, id);
    if (konto === null) return nej(c, 'finnsInte');
    const avslutade = await db.transaction().execute(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('account')
        .where('userId', '=', id)
        .where('providerId', 'like', 'oidc:%')
        .executeTakeFirst();
      if (numDeletedRows === 0n) return [];
      await trx.updateTable('user').set({ vag_andrad: tid.toISOString() }).where('id', '=', id).execute();
      await bokfor(trx, { akt: 'identitetLossad', tid, personId: c.var.person.id, detalj: { person: id } });
      // Which of them came by that identity is not written down.
      return taBortSessioner(trx, id);
    });
    for (const sessionId of avslutade) rooms.sessionEnded(sessionId);
    return c.json({ ...konto, kopplad: false }, 200);
  };
}

/** Whether there is an administrator who can log in beside this person. */
export async function annanAdministrator(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('user')
    .select('id')
    .where('administrator', '=', 1)
    .where('sparrad', 'is', null)
    .where('id', '<>', id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
