/**
 * The name of the session's cookie. It is ours to choose, so that the rooms know it before better-auth is loaded; better-auth is
 * told it, and makes, signs and ends the sessions.
 */
export const SESSION_COOKIE = 'samskrift.session_token';

export function hasTls(publicUrl: URL): boolean {
  return publicUrl.protocol === 'https:';
}

/** As browsers send it: where there is TLS better-auth puts before it what keeps it from travelling without. */
export function sessionCookieName(publicUrl: URL): string {
  return hasTls(publicUrl) ? `__Secure-${SESSION_COOKIE}` : SESSION_COOKIE;
}
