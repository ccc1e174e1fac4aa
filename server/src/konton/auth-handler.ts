import type { Handler } from 'hono';
import type { Env } from '../http/env.ts';
import { type Felnamn, nej } from '../http/fel.ts';
import { type Auth, IP_HEADER } from './auth.ts';

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

/** Hands a request to better-auth with the peer's address, and says its refusals in our own shape. */
export function authHandler(auth: Auth): Handler<Env> {
  return async (c) => {
    const path = c.req.path.slice('/api/auth'.length);
    if (!AUTH_PATHS.some((open) => open === path)) return nej(c, 'finnsInte');
    const headers = new Headers(c.req.raw.headers);
    headers.set(IP_HEADER, c.env.incoming?.socket.remoteAddress ?? '127.0.0.1');
    // A form without fields has no type; better-auth wants one even where there is nothing to read.
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    const answer = await auth.handler(new Request(c.req.raw, { headers }));
    return answer.ok ? answer : nej(c, FEL_BY_STATUS[answer.status] ?? 'serverfel');
  };
}
