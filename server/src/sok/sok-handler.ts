import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import { SOK_TECKEN, SoksvarSchema, type Soktraff } from '@samskrift/shared';
import { readArenden } from '../arenden/arenden.ts';
import { nekas, svar } from '../http/answers.ts';
import type { Deps, Env } from '../http/env.ts';
import { sokord } from './ord.ts';
import type { Sokbar } from './sok.ts';

const TRAFFAR_MEST = 50;

export const getSok = createRoute({
  method: 'get',
  path: '/api/sok',
  tags: ['Ärenden'],
  summary: 'Sök ord i ärenden och handlingar, så långt den inloggade får se dem; bästa träffen först',
  request: {
    query: z.object({ q: z.string().trim().max(SOK_TECKEN, `Sök efter högst ${SOK_TECKEN} tecken.`).default('') }),
  },
  responses: { 200: svar(SoksvarSchema, 'Träffarna'), ...nekas(400, 401, 503) },
});

/** Only what exists for the person is asked for at all, so that neither a hit, a count nor the time tells of anything else. */
export function sokHandler({ db, sok, now }: Deps): RouteHandler<typeof getSok, Env> {
  return async (c) => {
    const ord = sokord(c.req.valid('query').q);
    if (ord.length === 0) return c.json({ antal: 0, traffar: [] }, 200);
    const synliga = await readArenden(db, c.var.person, now());
    const plats = new Map<string, Omit<Soktraff, 'utdrag'>>();
    const oppna: Sokbar[] = [];
    const gruppers: Sokbar[] = [];
    for (const { arende, lista } of synliga) {
      const { id, dnr, titel } = arende;
      plats.set(id, { arende: { id, dnr, titel }, handling: null });
      oppna.push({ id, titel });
      for (const handling of lista) {
        const en = { id: handling.id, titel: handling.titel };
        plats.set(en.id, { arende: { id, dnr, titel }, handling: en });
        (handling.agare.typ === 'partigrupp' ? gruppers : oppna).push(en);
      }
    }
    const traffar: Soktraff[] = [];
    const add = (id: string, utdrag: Soktraff['utdrag']) => {
      const found = plats.get(id);
      if (found !== undefined) traffar.push({ ...found, utdrag });
    };
    for (const en of gruppers) {
      const utdrag = await sok.match(ord, en);
      if (utdrag !== null) add(en.id, [...utdrag]);
    }
    for (const { id, utdrag } of await sok.search(ord, oppna)) add(id, [...utdrag]);
    return c.json({ antal: traffar.length, traffar: traffar.slice(0, TRAFFAR_MEST) }, 200);
  };
}
