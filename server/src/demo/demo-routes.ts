import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import { DemopersonSchema } from '@samskrift/shared';
import { nekas, svar } from '../http/answers.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { DEMO_PERSONER } from './personer.ts';

export const getDemopersoner = createRoute({
  method: 'get',
  path: '/api/demo/personer',
  tags: ['Demo'],
  summary: 'Personer att välja på inloggningssidan; finns bara i demoläge',
  responses: { 200: svar(z.array(DemopersonSchema), 'Personerna'), ...nekas(404) },
});

export function demopersonerHandler({ demo }: Deps): RouteHandler<typeof getDemopersoner, Env> {
  return (c) => {
    if (!demo) return nej(c, 'finnsInte');
    return c.json(
      DEMO_PERSONER.map(({ id, namn, beskrivning }) => ({ id, namn, beskrivning })),
      200,
    );
  };
}
