import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import { gallande, MigSchema, PersonMedEpostSchema } from '@samskrift/shared';
import { readOrgan } from '../arenden/namnder.ts';
import { nekas, svar } from '../http/answers.ts';
import type { Deps, Env } from '../http/env.ts';

const PERSONER_MEST = 20;

export const getMig = createRoute({
  method: 'get',
  path: '/api/mig',
  tags: ['Konton'],
  summary: 'Den inloggade personen med sina uppdrag i dag',
  responses: { 200: svar(MigSchema, 'Personen'), ...nekas(401) },
});

export const getPersoner = createRoute({
  method: 'get',
  path: '/api/personer',
  tags: ['Konton'],
  summary: 'Sök andra personer att dela med, inte spärrade; högst tjugo',
  request: { query: z.object({ sok: z.string().trim().max(100).default('') }) },
  responses: { 200: svar(z.array(PersonMedEpostSchema), 'Personer i namnordning'), ...nekas(400, 401) },
});

export function migHandler({ db, auth, demo, now }: Deps): RouteHandler<typeof getMig, Env> {
  return async (c) => {
    const person = c.var.person;
    // Asked of better-auth itself, so that a session in use is prolonged and its cookie sent anew.
    const session = await auth.api.getSession({ headers: c.req.raw.headers, returnHeaders: true });
    for (const cookie of session.headers?.getSetCookie() ?? []) c.header('set-cookie', cookie, { append: true });
    const organen = new Map((await readOrgan(db)).map((ett) => [`${ett.organ.typ} ${ett.organ.id}`, ett]));
    const uppdrag = gallande(person, now()).flatMap(({ roll, organ }) => {
      const ett = organen.get(`${organ.typ} ${organ.id}`);
      if (ett === undefined) return [];
      const namnd = { id: ett.namndId, namn: organen.get(`namnd ${ett.namndId}`)?.namn ?? '' };
      return [{ roll, organTyp: organ.typ, organId: organ.id, organNamn: ett.namn, namnd }];
    });
    const epost = session.response?.user.email ?? '';
    const { id, namn: personNamn, administrator } = person;
    return c.json({ id, namn: personNamn, epost, uppdrag, administrator, demo }, 200);
  };
}

export function personerHandler({ db }: Deps): RouteHandler<typeof getPersoner, Env> {
  return async (c) => {
    const { sok } = c.req.valid('query');
    const rows = await db
      .selectFrom('user')
      .select(['id', 'name as namn', 'email as epost'])
      .where('sparrad', 'is', null)
      .where('id', '<>', c.var.person.id)
      .execute();
    const wanted = sok.toLocaleLowerCase('sv');
    // SQLite folds only ASCII; «åsa» must find Åsa.
    const found = rows
      .filter(({ namn }) => namn.toLocaleLowerCase('sv').includes(wanted))
      .sort((a, b) => a.namn.localeCompare(b.namn, 'sv') || a.epost.localeCompare(b.epost))
      .slice(0, PERSONER_MEST);
    return c.json(found, 200);
  };
}
