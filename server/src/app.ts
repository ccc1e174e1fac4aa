import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { config as zodConfig } from 'zod';
import { getAkterCsvHandler, getAkterHandler, getTillgangHandler } from './akter/akter-handlers.ts';
import { getAkter, getAkterCsv, getTillgang } from './akter/akter-routes.ts';
import * as arendesvar from './arenden/arenden-handlers.ts';
import * as arenden from './arenden/arenden-routes.ts';
import { deleteJavHandler, putJavHandler } from './arenden/jav-handlers.ts';
import { deleteJav, putJav } from './arenden/jav-routes.ts';
import { demopersonerHandler, getDemopersoner } from './demo/demo-routes.ts';
import { deleteDelningHandler, getDelningarHandler, putDelningHandler } from './handlingar/delningar-handlers.ts';
import { getHandlingHandler, patchHandlingHandler, postHandlingHandler } from './handlingar/handlingar-handlers.ts';
import * as handlingar from './handlingar/handlingar-routes.ts';
import { postSynliga, postSynligaHandler } from './handlingar/synliga.ts';
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
import { svenska } from './http/svenska.ts';
import { unseenRequests } from './http/unseen-requests.ts';
import * as inlamningssvar from './inlamning/inlamning-handlers.ts';
import * as inlamning from './inlamning/inlamning-routes.ts';
import { getInkommetHandler, postLageHandler } from './inlamning/lage-handlers.ts';
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
import { putLosenord, putLosenordHandler } from './konton/byt-losenord.ts';
import * as inloggningar from './konton/inloggningar.ts';
import * as andringar from './konton/konto-andringar.ts';
import { getMig, getPersoner, migHandler, personerHandler } from './konton/konton-routes.ts';
import * as losenordHandlers from './konton/losenord-handlers.ts';
import * as losenord from './konton/losenord-routes.ts';
import * as nyckelHandlers from './konton/nyckel-handlers.ts';
import * as nyckelinloggning from './konton/nyckel-inloggning.ts';
import * as nycklar from './konton/nyckel-routes.ts';
import * as oidcHandlers from './konton/oidc-handlers.ts';
import * as oidc from './konton/oidc-routes.ts';
import { rateLimit } from './konton/rate-limit.ts';
import { requireAdministrator } from './konton/require-administrator.ts';
import { requireSession } from './konton/require-session.ts';
import * as kopiesvar from './kopior/kopior-handlers.ts';
import * as kopior from './kopior/kopior-routes.ts';
import * as forteckning from './organisation/forteckning-handlers.ts';
import * as gruppensJa from './organisation/gruppens-ja-handlers.ts';
import * as gruppensJaRoutes from './organisation/gruppens-ja-routes.ts';
import * as organ from './organisation/organ-handlers.ts';
import * as organRoutes from './organisation/organ-routes.ts';
import * as uppdrag from './organisation/uppdrag-handlers.ts';
import * as uppdragRoutes from './organisation/uppdrag-routes.ts';
import * as samarbetssvar from './samarbete/samarbete-handlers.ts';
import * as samarbete from './samarbete/samarbete-routes.ts';
import { getSok, sokHandler } from './sok/sok-handler.ts';

/** The greatest bodies: a first text may be a whole imported utlåtande, a list of förtroendevalda a file of 5 MB; all else is a form. */
const TEXT_BYTES = 8 * 1024 * 1024;
const FORM_BYTES = 64 * 1024;
const STORA = /\/handlingar$|^\/api\/admin\/forteckning(\/granska)?$/;

/** The whole HTTP server: what every request passes, then every route. The websocket at /sync is the rooms'. */
export function createApp(deps: Deps) {
  zodConfig({ localeError: svenska });
  const app = new OpenAPIHono<Env>({ defaultHook: invalid });
  const limit = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => nej(c, 'forStor') });
  const text = limit(TEXT_BYTES);
  const form = limit(FORM_BYTES);

  app.use(accessLog(deps.log));
  app.use(securityHeaders(deps.publicUrl, deps.origins));
  app.use(originCheck(deps.origins));
  app.use('/api/*', noStore);
  app.use('/api/*', evenRefusals(evenTime));
  app.use('/api/*', (c, next) => (STORA.test(c.req.path) ? text(c, next) : form(c, next)));
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
  const entrances = [losenord.postLank, losenord.postLosenord, losenord.postGlomt, oidc.postOidc];
  for (const { path } of [...entrances, nycklar.postInloggningsbegaran, nycklar.postNyckelinloggning, putLosenord])
    app.use(path, rateLimit(deps));
  for (const { path } of [oidc.getOidcSvar, oidc.getOidcUt]) app.use(path, rateLimit(deps, oidcHandlers.forMangaOidc));

  const open = app
    .openapi(healthz, healthzHandler)
    .openapi(readyz, readyzHandler(deps))
    .openapi(metrics, metricsHandler(deps))
    .openapi(getDemopersoner, demopersonerHandler(deps))
    .openapi(losenord.getInloggning, losenordHandlers.getInloggningHandler(deps))
    .openapi(losenord.postLank, losenordHandlers.postLankHandler(deps))
    .openapi(losenord.postLosenord, losenordHandlers.postLosenordHandler(deps))
    .openapi(losenord.postGlomt, losenordHandlers.postGlomtHandler(deps))
    .openapi(oidc.postOidc, oidcHandlers.postOidcHandler(deps))
    .openapi(oidc.getOidcSvar, oidcHandlers.getOidcSvarHandler(deps))
    .openapi(oidc.getOidcUt, oidcHandlers.getOidcUtHandler(deps))
    .openapi(nycklar.postInloggningsbegaran, nyckelinloggning.postInloggningsbegaranHandler(deps))
    .openapi(nycklar.postNyckelinloggning, nyckelinloggning.postNyckelinloggningHandler(deps));

  app.use('/api/*', requireSession(deps.sessions));
  app.use('/api/admin/*', requireAdministrator);
  app.use('/api/handlingar/:id/*', unseenRequests(deps));

  const routes = open
    .openapi(getMig, migHandler(deps))
    .openapi(getPersoner, personerHandler(deps))
    .openapi(inloggningar.getInloggningar, inloggningar.getInloggningarHandler(deps))
    .openapi(inloggningar.deleteInloggning, inloggningar.deleteInloggningHandler(deps))
    .openapi(inloggningar.deleteInloggningar, inloggningar.deleteInloggningarHandler(deps))
    .openapi(putLosenord, putLosenordHandler(deps))
    .openapi(nycklar.getNycklar, nyckelHandlers.getNycklarHandler(deps))
    .openapi(nycklar.postNyckelbegaran, nyckelHandlers.postNyckelbegaranHandler(deps))
    .openapi(nycklar.postNyckel, nyckelHandlers.postNyckelHandler(deps))
    .openapi(nycklar.patchNyckel, nyckelHandlers.patchNyckelHandler(deps))
    .openapi(nycklar.deleteNyckel, nyckelHandlers.deleteNyckelHandler(deps))
    .openapi(admin.getKonton, adminHandlers.getKontonHandler(deps))
    .openapi(admin.postKonto, adminHandlers.postKontoHandler(deps))
    .openapi(admin.postKontolank, adminHandlers.postKontolankHandler(deps))
    .openapi(admin.putSparr, adminHandlers.putSparrHandler(deps))
    .openapi(admin.deleteSparr, adminHandlers.deleteSparrHandler(deps))
    .openapi(admin.patchKonto, andringar.patchKontoHandler(deps))
    .openapi(admin.putAdministrator, andringar.putAdministratorHandler(deps))
    .openapi(admin.deleteAdministrator, andringar.deleteAdministratorHandler(deps))
    .openapi(admin.deleteIdentitet, andringar.deleteIdentitetHandler(deps))
    .openapi(arenden.getArenden, arendesvar.getArendenHandler(deps))
    .openapi(arenden.postArende, arendesvar.postArendeHandler(deps))
    .openapi(arenden.getArende, arendesvar.getArendeHandler(deps))
    .openapi(arenden.patchArende, arendesvar.patchArendeHandler(deps))
    .openapi(putJav, putJavHandler(deps))
    .openapi(deleteJav, deleteJavHandler(deps))
    .openapi(arenden.getTidslinje, arendesvar.getTidslinjeHandler(deps))
    .openapi(arenden.getNamndunderlag, arendesvar.getNamndunderlagHandler(deps))
    .openapi(getSok, sokHandler(deps))
    .openapi(handlingar.postHandling, postHandlingHandler(deps))
    .openapi(handlingar.getHandling, getHandlingHandler(deps))
    .openapi(handlingar.patchHandling, patchHandlingHandler(deps))
    .openapi(postSynliga, postSynligaHandler(deps))
    .openapi(handlingar.getDelningar, getDelningarHandler(deps))
    .openapi(handlingar.putDelning, putDelningHandler(deps))
    .openapi(handlingar.deleteDelning, deleteDelningHandler(deps))
    .openapi(inlamning.getInlamning, inlamningssvar.getInlamningHandler(deps))
    .openapi(inlamning.postInlamning, inlamningssvar.postInlamningHandler(deps))
    .openapi(inlamning.postAtertagande, inlamningssvar.postAtertagandeHandler(deps))
    .openapi(inlamning.getKvitto, inlamningssvar.getKvittoHandler(deps))
    .openapi(inlamning.postLage, postLageHandler(deps))
    .openapi(inlamning.getInkommet, getInkommetHandler(deps))
    .openapi(samarbete.getInbjudningar, samarbetssvar.getInbjudningarHandler(deps))
    .openapi(samarbete.getSamarbete, samarbetssvar.getSamarbeteHandler(deps))
    .openapi(samarbete.postSamarbete, samarbetssvar.postSamarbeteHandler(deps))
    .openapi(samarbete.putSvar, samarbetssvar.putSvarHandler(deps))
    .openapi(samarbete.deleteSamarbete, samarbetssvar.deleteSamarbeteHandler(deps))
    .openapi(samarbete.deleteMedgrupp, samarbetssvar.deleteMedgruppHandler(deps))
    .openapi(kopior.getSlaktskap, kopiesvar.getSlaktskapHandler(deps))
    .openapi(kopior.getUrsprungstext, kopiesvar.getUrsprungstextHandler(deps))
    .openapi(kopior.getMottagare, kopiesvar.getMottagareHandler(deps))
    .openapi(kopior.postKopior, kopiesvar.postKopiorHandler(deps))
    .openapi(justering.postJustera, postJusteraHandler(deps))
    .openapi(justering.getSigill, getSigillHandler(deps))
    .openapi(justering.getTillstand, getTillstandHandler(deps))
    .openapi(justering.getKontroll, getKontrollHandler(deps))
    .openapi(getAkter, getAkterHandler(deps))
    .openapi(getAkterCsv, getAkterCsvHandler(deps))
    .openapi(getTillgang, getTillgangHandler(deps))
    .openapi(gruppensJaRoutes.getVantande, gruppensJa.getVantandeHandler(deps))
    .openapi(gruppensJaRoutes.postSvar, gruppensJa.postSvarHandler(deps))
    .openapi(organRoutes.getOrganisation, organ.getOrganisationHandler(deps))
    .openapi(organRoutes.postNamnd, organ.postNamndHandler(deps))
    .openapi(organRoutes.patchNamnd, organ.patchNamndHandler(deps))
    .openapi(organRoutes.putInstallningar, organ.putInstallningarHandler(deps))
    .openapi(organRoutes.postForvaltning, organ.postForvaltningHandler(deps))
    .openapi(organRoutes.patchForvaltning, organ.patchForvaltningHandler(deps))
    .openapi(organRoutes.postAvdelning, organ.postAvdelningHandler(deps))
    .openapi(organRoutes.patchAvdelning, organ.patchAvdelningHandler(deps))
    .openapi(organRoutes.postPartigrupp, organ.postPartigruppHandler(deps))
    .openapi(organRoutes.patchPartigrupp, organ.patchPartigruppHandler(deps))
    .openapi(organRoutes.postParti, organ.postPartiHandler(deps))
    .openapi(organRoutes.patchParti, organ.patchPartiHandler(deps))
    .openapi(uppdragRoutes.getUppdrag, uppdrag.getUppdragHandler(deps))
    .openapi(uppdragRoutes.postUppdrag, uppdrag.postUppdragHandler(deps))
    .openapi(uppdragRoutes.patchUppdrag, uppdrag.patchUppdragHandler(deps))
    .openapi(uppdragRoutes.postAvsluta, uppdrag.postAvslutaHandler(deps))
    .openapi(uppdragRoutes.getUppdragspersoner, uppdrag.getUppdragspersonerHandler(deps))
    .openapi(uppdragRoutes.postGranska, forteckning.postGranskaHandler(deps))
    .openapi(uppdragRoutes.postForteckning, forteckning.postForteckningHandler(deps));

  if (deps.clientDir !== null) app.route('/', staticFiles(deps.clientDir));
  return routes;
}

export type App = ReturnType<typeof createApp>;
