import type { RouteHandler } from '@hono/zod-openapi';
import type { Oidcfel } from '@samskrift/shared';
import type { Context } from 'hono';
import { bokforEfterat } from '../akter/bokfor.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { inloggningskaka } from './inloggningskaka.ts';
import { personFor } from './oidc-person.ts';
import type { getOidcSvar, getOidcUt, postOidc } from './oidc-routes.ts';
import { fullfolj, paborja } from './paborjad-inloggning.ts';
import { peerHeaders } from './peer-headers.ts';

export function postOidcHandler({ db, oidc, publicUrl, now }: Deps): RouteHandler<typeof postOidc, Env> {
  const kaka = inloggningskaka('oidc', publicUrl);
  return async (c) => {
    if (oidc === null) return nej(c, 'finnsInte');
    const hemligheter = await oidc.nyaHemligheter();
    const { till = '' } = c.req.valid('json');
    const state = await paborja(db, 'oidc', { ...hemligheter, till }, now());
    const adress = await oidc.adress({ state, ...hemligheter });
    if (adress === null) return nej(c, 'naddesInte', `${oidc.namn} svarar inte. Försök igen om en stund.`);
    kaka.satt(c, state);
    return c.json({ adress: adress.href }, 200);
  };
}

export function getOidcSvarHandler(deps: Deps): RouteHandler<typeof getOidcSvar, Env> {
  const { db, auth, oidc, publicUrl, now } = deps;
  const kaka = inloggningskaka('oidc', publicUrl);
  return async (c) => {
    if (oidc === null) return nej(c, 'finnsInte');
    const state = kaka.ta(c);
    // Used up before the provider is asked anything: an answer is good for one try, whatever becomes of it.
    const begard = await fullfolj(db, 'oidc', state, now());
    const { nonce, verifier, till = '' } = begard ?? {};
    if (nonce === undefined || verifier === undefined) return neka(c, deps, 'intePaborjad');
    const utfall = await oidc.svar(new URL(c.req.url).search, { state, nonce, verifier });
    if (!utfall.ok) return neka(c, deps, utfall.fel, till);
    const person = await personFor(db, utfall.identitet, now());
    if (!person.ok) return neka(c, deps, person.fel, till);
    for (const id of person.avslutade) deps.rooms.sessionEnded(id);
    const session = await auth.api.oppnaSession({
      body: { personId: person.personId, genom: 'oidc' },
      headers: peerHeaders(c, deps.trustProxy),
      returnHeaders: true,
    });
    // Blocked in the meantime.
    if (!session.response.oppnad) return neka(c, deps, 'ingetKonto', till);
    for (const cookie of session.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
    return tillInloggningen(c, { klar: 'true', till });
  };
}

export function getOidcUtHandler({ oidc }: Deps): RouteHandler<typeof getOidcUt, Env> {
  return async (c) => {
    if (oidc === null) return nej(c, 'finnsInte');
    return c.redirect((await oidc.utloggning())?.href ?? '/logga-in');
  };
}

/** To the login page, which says why; the reason and nothing of what was answered goes into the log of acts. */
async function neka(c: Context<Env>, deps: Deps, fel: Oidcfel, till = ''): Promise<Response> {
  const detalj = { genom: 'oidc', skal: fel };
  await bokforEfterat(deps, { akt: 'inloggningMisslyckad', tid: deps.now(), personId: null, detalj });
  return tillInloggningen(c, { fel, till });
}

/** Whoever has tried too often, by a link and not by a program, is told so on a page. */
export function forMangaOidc(c: Context<Env>): Response {
  return tillInloggningen(c, { fel: 'forManga' satisfies Oidcfel });
}

/** Where `till` leads is the page's to judge: here it is only carried on. */
function tillInloggningen(c: Context<Env>, fraga: Readonly<Record<string, string>>): Response {
  const given = Object.entries(fraga).filter(([, value]) => value !== '');
  return c.redirect(`/logga-in?${new URLSearchParams(given)}`);
}
