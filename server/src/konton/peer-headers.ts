import { isIP } from 'node:net';
import type { Context } from 'hono';
import type { Env } from '../http/env.ts';
import { IP_HEADER } from './auth.ts';

/**
 * The address a request comes from; tests ask without a socket. Each proxy adds to the right of `X-Forwarded-For` whom it was
 * asked by: what stands further to the left than our own proxies reach is what anybody may have written.
 * @param proxies how many of our own stand before the server
 */
export function peerAddress(c: Context<Env>, proxies: number): string {
  const peer = c.env.incoming?.socket.remoteAddress ?? '127.0.0.1';
  if (proxies === 0) return peer;
  const told = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim());
  return addressOf(told.at(-Math.min(proxies, told.length)) ?? '') ?? peer;
}

/** Some write the port after it, and brackets around an IPv6 address. */
function addressOf(told: string): string | null {
  const address = /^\[(.+)\](?::\d+)?$/.exec(told)?.[1] ?? /^([\d.]+)(?::\d+)?$/.exec(told)?.[1] ?? told;
  return isIP(address) === 0 ? null : address;
}

/** A request's headers as better-auth is to read them: with the peer's own address, whatever the client says of it. */
export function peerHeaders(c: Context<Env>, proxies: number): Headers {
  const headers = new Headers(c.req.raw.headers);
  headers.set(IP_HEADER, peerAddress(c, proxies));
  return headers;
}
