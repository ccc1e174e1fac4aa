import { createRoute, type RouteHandler } from '@hono/zod-openapi';
import { handlingId, isId, type RattPerson, ratt, SynligafragaSchema, SynligaSchema } from '@samskrift/shared';
import type { Db } from '../db/open.ts';
import { kropp, nekas, svar } from '../http/answers.ts';
import type { Deps, Env } from '../http/env.ts';
import { evenTime } from '../http/even-time.ts';
import { rattHandlingar } from './ratt-handling.ts';

/** So few that what is known of them is found well within the time that every answer takes. */
const AT_A_TIME = 50;

/** No path under `/api/handlingar/`, where the word would be an id. */
export const postSynliga = createRoute({
  method: 'post',
  path: '/api/synliga',
  tags: ['Handlingar'],
  summary: 'Vilka av handlingarna som finns för den inloggade; frågan öppnar ingen av dem',
  request: kropp(SynligafragaSchema),
  responses: { 200: svar(SynligaSchema, 'De som finns, i den ordning de frågades efter'), ...nekas(400, 401, 413) },
});

/** Nobody's question leaves a line, and so it tells nothing that a browser with only a partigrupp's copies has asked one. */
export function postSynligaHandler({ db, now }: Pick<Deps, 'db' | 'now'>): RouteHandler<typeof postSynliga, Env> {
  return async (c) => {
    c.set('unseen', true);
    const { person } = c.var;
    const ids = await visible(db, person, c.req.valid('json').ids, now(), evenTime);
    return c.json({ personId: person.id, ids }, 200);
  };
}

/**
 * Which of the handlingar exist for the person. It takes the time that their number takes, whatever they are.
 * @param begin starts the time that a few of them take.
 */
export async function visible(
  db: Db,
  person: RattPerson,
  asked: readonly string[],
  now: Date,
  begin: () => Promise<unknown>,
): Promise<string[]> {
  const ids = [...new Set(asked)];
  const seen = new Set<string>();
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    const even = begin();
    const some = ids.slice(from, from + AT_A_TIME).filter(isId);
    for (const handling of await rattHandlingar(db, some.map(handlingId)))
      if (ratt(person, handling, now) !== 'ingen') seen.add(handling.id);
    await even;
  }
  return ids.filter((id) => seen.has(id));
}
