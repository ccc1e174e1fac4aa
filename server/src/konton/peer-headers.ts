import type { Context } from 'hono';
import type { Env } from '../http/env.ts';
import { IP_HEADER } from './auth.ts';

/** The address a request comes from; tests ask without a socket. */
export function peerAddress(c: Context<Env>): string {
  return c.env.incoming?.socket.remoteAddress ?? '127.0.0.1';
}

/** A request's headers as better-auth is to read them: with the peer's own address, whatever the client says of it. */
export function peerHeaders(c: Context<Env>): Headers {
  const headers = new Headers(c.req.raw.headers);
  headers.set(IP_HEADER, peerAddress(c));
  return headers;
}
