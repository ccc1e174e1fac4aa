import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { config as zodConfig } from 'zod';
import { sv } from 'zod/locales';
import { getArendeHandler, getArendenHandler, postArendeHandler } from './arenden/arenden-handlers.ts';
import { getArende, getArenden, postArende } from './arenden/arenden-routes.ts';
import { demopersonerHandler, getDemopersoner } from './demo/demo-routes.ts';
import { deleteDelningHandler, getDelningarHandler, putDelningHandler } from './handlingar/delningar-handlers.ts';
import { getHandlingHandler, patchHandlingHandler, postHandlingHandler } from './handlingar/handlingar-handlers.ts';
import * as handlingar from './handlingar/handlingar-routes.ts';
import { accessLog } from './http/access-log.ts';
import { describeAuth } from './http/auth-docs.ts';
import { docs } from './http/docs.ts';
import type { Deps, Env } from './http/env.ts';
import { invalid, onError } from './http/errors.ts';
import { evenRefusals, evenTime } from './http/even-time.ts';
import { nej } from './http/fel.ts';
import { noStore, securityHeaders } from './http/headers.ts';
import { healthz, healthzHandler, metrics, metricsHandler, readyz, readyzHandler } from './http/health.ts';
import { originCheck } from './http/origin.ts';
import { staticFiles } from './http/static.ts';
import {
  getKontrollHandler,
  getSigillHandler,
  getTillstandHandler,
  postJusteraHandler,
} from './justering/justering-handlers.ts';
import * as justering from './justering/justering-routes.ts';
import * as adminHandlers from './konton/admin-handlers.ts';
import * as admin from './konton/admin-routes.ts';
import { authHandler } from './konton/auth-handler.ts';
import * as inloggningar from './konton/inloggningar.ts';
import { getMig, getPersoner, migHandler, personerHandler } from './konton/konton-routes.ts';
import * as losenordHandlers from './konton/losenord-handlers.ts';
import * as losenord from './konton/losenord-routes.ts';
import { rateLimit } from './konton/rate-limit.ts';
import { requireAdministrator } from './konton/require-administrator.ts';
import { requireSession } from './konton/require-session.ts';

/** The greatest bodies: a first text may be a whole imported utlåtande, everything else is a form. */
const TEXT_BYTES = 8 * 1024 * 1024;
const FORM_BYTES = 64 * 1024;

/** The whole HTTP server: what every request passes, then every route. The websocket at /sync is the rooms'. */
export function createApp(deps: Deps) {
  zodConfig(sv());
  const app = new OpenAPIHono<Env>({ defaultHook: invalid });
  const limit = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => nej(c, 'forStor') });
  const text = limit(TEXT_BYTES);
  const form = limit(FORM_BYTES);

  app.use(accessLog(deps.log));
  app.use(securityHeaders(deps.publicUrl, deps.origins));
  app.use(originCheck(deps.origins));
  app.use('/api/*', noStore);
  app.use('/api/*', evenRefusals(evenTime));
  app.use('/api/*', (c, next) => (c.req.path.endsWith('/handlingar') ? text(c, next) : form(c, next)));
  app.onError(onError(deps.log));
  app.notFound((c) => nej(c, 'finnsInte'));

  app.on(['GET', 'POST'], '/api/auth/*', authHandler(deps));
  app.route('/api/docs', docs());
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Samskrift', version: '1', description: 'Där en nämnds text skrivs tillsammans och förseglas.' },
  });
  describeAuth(app.openAPIRegistry, deps.demo);

  // Separate: who has used up the tries of one entrance may still use another.
  for (const path of [losenord.postLank, losenord.postLosenord, losenord.postGlomt].map((route) => route.path))
    app.use(path, rateLimit(deps.now));

  const open = app
    .openapi(healthz, healthzHandler)
    .openapi(readyz, readyzHandler(deps))
    .openapi(metrics, metricsHandler(deps))
    .openapi(getDemopersoner, demopersonerHandler(deps))
    .openapi(losenord.getInloggning, losenordHandlers.getInloggningHandler(deps))
    .openapi(losenord.postLank, losenordHandlers.postLankHandler(deps))
    .openapi(losenord.postLosenord, losenordHandlers.postLosenordHandler(deps))
    .openapi(losenord.postGlomt, losenordHandlers.postGlomtHandler(deps));

  app.use('/api/*', requireSession(deps.sessions));
  app.use('/api/admin/*', requireAdministrator);

  const routes = open
    .openapi(getMig, migHandler(deps))
    .openapi(getPersoner, personerHandler(deps))
    .openapi(inloggningar.getInloggningar, inloggningar.getInloggningarHandler(deps))
    .openapi(inloggningar.deleteInloggning, inloggningar.deleteInloggningHandler(deps))
    .openapi(inloggningar.deleteInloggningar, inloggningar.deleteInloggningarHandler(deps))
    .openapi(admin.getKonton, adminHandlers.getKontonHandler(deps))
    .openapi(admin.postKonto, adminHandlers.postKontoHandler(deps))
    .openapi(admin.postKontolank, adminHandlers.postKontolankHandler(deps))
    .openapi(admin.putSparr, adminHandlers.putSparrHandler(deps))
    .openapi(admin.deleteSparr, adminHandlers.deleteSparrHandler(deps))
    .openapi(getArenden, getArendenHandler(deps))
    .openapi(postArende, postArendeHandler(deps))
    .openapi(getArende, getArendeHandler(deps))
    .openapi(handlingar.postHandling, postHandlingHandler(deps))
    .openapi(handlingar.getHandling, getHandlingHandler(deps))
    .openapi(handlingar.patchHandling, patchHandlingHandler(deps))
    .openapi(handlingar.getDelningar, getDelningarHandler(deps))
    .openapi(handlingar.putDelning, putDelningHandler(deps))
    .openapi(handlingar.deleteDelning, deleteDelningHandler(deps))
    .openapi(justering.postJustera, postJusteraHandler(deps))
    .openapi(justering.getSigill, getSigillHandler(deps))
    .openapi(justering.getTillstand, getTillstandHandler(deps))
    .openapi(justering.getKontroll, getKontrollHandler(deps));

  if (deps.clientDir !== null) app.route('/', staticFiles(deps.clientDir));
  return routes;
}

export type App = ReturnType<typeof createApp>;
