import type { Context, Handler } from 'hono';
import { bokfor } from '../akter/bokfor.ts';
import type { Deps, Env } from '../http/env.ts';
import { type Felnamn, nej } from '../http/fel.ts';
import { peerHeaders } from './peer-headers.ts';

/** What is open of better-auth's many endpoints; all others do not exist here. */
const AUTH_PATHS = ['/sign-in/email', '/sign-out', '/get-session', '/demo/logga-in'] as const;

const FEL_BY_STATUS: Readonly<Record<number, Felnamn>> = {
  400: 'ogiltig',
  401: 'felInloggning',
  403: 'frammandeUrsprung',
  404: 'finnsInte',
  405: 'finnsInte',
  415: 'ogiltig',
  429: 'forManga',
};

/** Hands a request to better-auth with the peer's address, says its refusals in our own shape, and writes down what came of it. */
export function authHandler(deps: Deps): Handler<Env> {
  const { auth, db, sessions, trustProxy, now } = deps;
  return async (c) => {
    const path = c.req.path.slice('/api/auth'.length);
    if (!AUTH_PATHS.some((open) => open === path)) return nej(c, 'finnsInte');
    const leaving = path === '/sign-out' ? await sessions.participant(c.req.header('cookie') ?? '') : null;
    const answer = await ask(c, trustProxy, auth.handler);
    if (answer.ok && leaving !== null) await bokfor(db, { akt: 'utloggad', tid: now(), personId: leaving.id });
    // Nothing of what was typed: in the field for the address there may be a password.
    if (answer.status === 401 && path === '/sign-in/email')
      await bokfor(db, { akt: 'inloggningMisslyckad', tid: now(), personId: null });
    return answer.ok ? answer : nej(c, FEL_BY_STATUS[answer.status] ?? 'serverfel');
  };
}

function ask(c: Context<Env>, proxies: number, handler: (request: Request) => Promise<Response>): Promise<Response> {
  const headers = peerHeaders(c, proxies);
  // A form without fields has no type; better-auth wants one even where there is nothing to read.
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  return handler(new Request(c.req.raw, { headers }));
}
