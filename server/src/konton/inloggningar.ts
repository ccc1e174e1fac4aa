import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import { SessionSchema } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import { idParam, nekas, svar } from '../http/answers.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { taBortSessioner } from './avsluta-sessioner.ts';

const tags = ['Konton'];
const AntalSchema = z.object({ avslutade: z.number().int() });

export const getInloggningar = createRoute({
  method: 'get',
  path: '/api/mig/inloggningar',
  tags,
  summary: 'Mina inloggningar, senast använd först',
  responses: { 200: svar(z.array(SessionSchema), 'Inloggningarna'), ...nekas(401) },
});

export const deleteInloggning = createRoute({
  method: 'delete',
  path: '/api/mig/inloggningar/{id}',
  tags,
  summary: 'Avsluta en av mina inloggningar',
  request: { params: idParam },
  responses: { 200: svar(AntalSchema, 'Avslutad'), ...nekas(401, 403, 404, 503) },
});

export const deleteInloggningar = createRoute({
  method: 'delete',
  path: '/api/mig/inloggningar',
  tags,
  summary: 'Avsluta alla mina inloggningar utom denna',
  responses: { 200: svar(AntalSchema, 'Avslutade'), ...nekas(401, 403, 503) },
});

export function getInloggningarHandler({ db, now }: Deps): RouteHandler<typeof getInloggningar, Env> {
  return async (c) => {
    const { id: personId, sessionId } = c.var.person;
    const rows = await db
      .selectFrom('session')
      .select(['id', 'createdAt', 'updatedAt', 'userAgent'])
      .where('userId', '=', personId)
      .where('expiresAt', '>', now().toISOString())
      .orderBy('updatedAt', 'desc')
      .execute();
    return c.json(
      rows.map((row) => ({
        id: row.id,
        borjade: row.createdAt,
        anvand: row.updatedAt,
        webblasare: row.userAgent ?? '',
        denna: row.id === sessionId,
      })),
      200,
    );
  };
}

export function deleteInloggningHandler({ db, rooms, now }: Deps): RouteHandler<typeof deleteInloggning, Env> {
  return async (c) => {
    const { id } = c.req.valid('param');
    const personId = c.var.person.id;
    const borta = await db.transaction().execute(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('session')
        .where('id', '=', id)
        .where('userId', '=', personId)
        .executeTakeFirst();
      if (numDeletedRows === 0n) return false;
      await bokfor(trx, { akt: 'sessionAvslutad', tid: now(), personId, detalj: { antal: 1 } });
      return true;
    });
    if (!borta) return nej(c, 'finnsInte');
    rooms.sessionEnded(id);
    return c.json({ avslutade: 1 }, 200);
  };
}

export function deleteInloggningarHandler({ db, rooms, now }: Deps): RouteHandler<typeof deleteInloggningar, Env> {
  return async (c) => {
    const { id: personId, sessionId } = c.var.person;
    const avslutade = await db.transaction().execute(async (trx) => {
      const ids = await taBortSessioner(trx, personId, sessionId);
      const antal = ids.length;
      if (antal > 0) await bokfor(trx, { akt: 'sessionAvslutad', tid: now(), personId, detalj: { antal } });
      return ids;
    });
    for (const id of avslutade) rooms.sessionEnded(id);
    return c.json({ avslutade: avslutade.length }, 200);
  };
}
