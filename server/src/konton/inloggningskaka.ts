import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { PABORJAD_MINUTER } from './paborjad-inloggning.ts';
import { hasTls } from './session-cookie.ts';

/** The cookie of a login that has begun. Another than the session's: an answer is taken only in the browser that asked. */
export interface Inloggningskaka {
  satt(c: Context, kod: string): void;
  /** Reads it and takes it away: it is for one answer. */
  ta(c: Context): string;
}

export function inloggningskaka(namn: 'oidc' | 'nyckel', publicUrl: URL): Inloggningskaka {
  const name = `samskrift.${namn}`;
  // With TLS no other host of the same domain can plant it.
  const host = hasTls(publicUrl) ? ({ prefix: 'host', secure: true } as const) : {};
  return {
    satt: (c, kod) =>
      setCookie(c, name, kod, {
        path: '/',
        httpOnly: true,
        // Not strict: the answer comes by a link from another site.
        sameSite: 'Lax',
        maxAge: PABORJAD_MINUTER * 60,
        ...host,
      }),
    ta: (c) => {
      const kod = ('prefix' in host ? getCookie(c, name, 'host') : getCookie(c, name)) ?? '';
      deleteCookie(c, name, { path: '/', ...host });
      return kod;
    },
  };
}
