import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import { BytLosenordSchema } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import { kropp, nekas, svar } from '../http/answers.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { taBortSessioner } from './avsluta-sessioner.ts';
import { upphavLankar } from './engangslankar.ts';

export const putLosenord = createRoute({
  method: 'put',
  path: '/api/mig/losenord',
  tags: ['Konton'],
  summary: 'Byt mitt lösenord; mina andra inloggningar avslutas',
  request: kropp(BytLosenordSchema),
  responses: {
    200: svar(z.object({ avslutade: z.number().int() }), 'Bytt'),
    ...nekas(400, 401, 403, 409, 413, 429, 503),
  },
});

export function putLosenordHandler({ db, auth, rooms, now }: Deps): RouteHandler<typeof putLosenord, Env> {
  return async (c) => {
    const { gammalt, nytt } = c.req.valid('json');
    const { id: personId, sessionId } = c.var.person;
    const tid = now();
    const { password } = await auth.$context;
    const konto = await db
      .selectFrom('account')
      .select(['id', 'password'])
      .where('userId', '=', personId)
      .where('providerId', '=', 'credential')
      .executeTakeFirst();
    if (typeof konto?.password !== 'string')
      return nej(c, 'finnsRedan', 'Du har inget lösenord att byta. Be administratören om en länk för att välja ett.');
    const { id, password: hash } = konto;
    if (!(await password.verify({ password: gammalt, hash }))) {
      await bokfor(db, { akt: 'inloggningMisslyckad', tid, personId, detalj: { genom: 'losenordsbyte' } });
      return nej(c, 'ejTillaten', 'Det gamla lösenordet stämmer inte.');
    }
    const nyHash = await password.hash(nytt);
    const avslutade = await db.transaction().execute(async (trx) => {
      // Nothing where another page was faster: the old one is then no longer what it was held against.
      const { numUpdatedRows } = await trx
        .updateTable('account')
        .set({ password: nyHash, updatedAt: tid.toISOString() })
        .where('id', '=', id)
        .where('password', '=', hash)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return null;
      await upphavLankar(trx, personId);
      await bokfor(trx, { akt: 'losenordValt', tid, personId, detalj: { genom: 'byte' } });
      return taBortSessioner(trx, personId, sessionId);
    });
    if (avslutade === null) return nej(c, 'ejTillaten', 'Det gamla lösenordet stämmer inte.');
    for (const one of avslutade) rooms.sessionEnded(one);
    return c.json({ avslutade: avslutade.length }, 200);
  };
}
