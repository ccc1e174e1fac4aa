import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import { svar } from './answers.ts';
import type { Deps, Env } from './env.ts';
import { isReady } from './readiness.ts';

const HalsaSchema = z.object({ status: z.enum(['ok', 'lagringsfel', 'startar']) });
const taggar = ['Drift'];

export const healthz = createRoute({
  method: 'get',
  path: '/healthz',
  tags: taggar,
  summary: 'Lever processen?',
  responses: { 200: svar(HalsaSchema, 'Processen svarar') },
});

export const readyz = createRoute({
  method: 'get',
  path: '/readyz',
  tags: taggar,
  summary: 'Kan servern läsa och spara?',
  responses: { 200: svar(HalsaSchema, 'Ja'), 503: svar(HalsaSchema, 'Nej: lagringen sviktar, eller servern startar') },
});

export const metrics = createRoute({
  method: 'get',
  path: '/metrics',
  tags: taggar,
  summary: 'Mätvärden för Prometheus',
  responses: { 200: { description: 'Mätvärden', content: { 'text/plain': { schema: z.string() } } } },
});

export const healthzHandler: RouteHandler<typeof healthz, Env> = (c) => c.json({ status: 'ok' as const }, 200);

export function readyzHandler(deps: Deps): RouteHandler<typeof readyz, Env> {
  return async (c) => {
    const ready = await isReady(deps);
    return ready ? c.json({ status: 'ok' as const }, 200) : c.json({ status: 'lagringsfel' as const }, 503);
  };
}

export function metricsHandler({ registry }: Deps): RouteHandler<typeof metrics, Env> {
  return async (c) => c.text(await registry.metrics(), 200, { 'content-type': registry.contentType });
}
