import { hamta } from '../api.ts';

/**
 * Asks better-auth, whose endpoints are not among the server's own typed routes.
 * @param vag the path under /api/auth.
 */
export async function begar(vag: string, kropp: Readonly<Record<string, string>>): Promise<void> {
  await hamta(`/api/auth/${vag}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(kropp),
  });
}
