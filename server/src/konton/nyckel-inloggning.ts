import type { RouteHandler } from '@hono/zod-openapi';
import { bokfor } from '../akter/bokfor.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { inloggningskaka } from './inloggningskaka.ts';
import type { postInloggningsbegaran, postNyckelinloggning } from './nyckel-routes.ts';
import { fullfolj, paborja } from './paborjad-inloggning.ts';
import { peerHeaders } from './peer-headers.ts';
import { createWebauthn, type Webauthn } from './webauthn.ts';

export function postInloggningsbegaranHandler(deps: Deps): RouteHandler<typeof postInloggningsbegaran, Env> {
  const { db, publicUrl, now } = deps;
  const webauthn = createWebauthn(deps);
  const kaka = inloggningskaka('nyckel', publicUrl);
  return async (c) => {
    const begaran = await webauthn.inloggningsbegaran();
    kaka.satt(c, await paborja(db, 'nyckel', { utmaning: begaran.challenge }, now()));
    return c.json(begaran, 200);
  };
}

/** An unknown key, another's, a removed one, a blocked person's and an answer that does not hold are one and the same refusal. */
export function postNyckelinloggningHandler(deps: Deps): RouteHandler<typeof postNyckelinloggning, Env> {
  const { db, auth, publicUrl, trustProxy, now } = deps;
  const webauthn = createWebauthn(deps);
  const kaka = inloggningskaka('nyckel', publicUrl);
  return async (c) => {
    const { svar } = c.req.valid('json');
    // Used up before anything is compared: a challenge is good for one try.
    const begard = await fullfolj(db, 'nyckel', kaka.ta(c), now());
    const personId = begard === null ? null : await agareAv(deps, webauthn, svar, begard.utmaning ?? '');
    const session =
      personId === null
        ? null
        : await auth.api.oppnaSession({
            body: { personId, genom: 'nyckel' },
            headers: peerHeaders(c, trustProxy),
            returnHeaders: true,
          });
    if (personId === null || session === null || !session.response.oppnad) {
      const detalj = { genom: 'nyckel' };
      await bokfor(db, { akt: 'inloggningMisslyckad', tid: now(), personId: null, detalj });
      return nej(c, 'felNyckel');
    }
    for (const cookie of session.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
    return c.json({ id: personId }, 200);
  };
}

type Svar = Parameters<Webauthn['inloggad']>[0];

/** The person whose key has signed the challenge; null where nobody's has. */
async function agareAv(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  webauthn: Webauthn,
  svar: Svar,
  utmaning: string,
): Promise<string | null> {
  const nyckel = await db
    .selectFrom('nyckel')
    .innerJoin('user', 'user.id', 'nyckel.person_id')
    .select(['nyckel.id', 'nyckel.person_id', 'nyckel.publik', 'nyckel.raknare'])
    .where('nyckel.id', '=', svar.id)
    .where('user.sparrad', 'is', null)
    .executeTakeFirst();
  if (nyckel === undefined) return null;
  const raknare = await webauthn.inloggad(svar, utmaning, nyckel);
  const enligtNyckeln = Buffer.from(svar.response.userHandle, 'base64url').toString();
  if (raknare === null || enligtNyckeln !== nyckel.person_id) return null;
  await db.updateTable('nyckel').set({ raknare, anvand: now().toISOString() }).where('id', '=', nyckel.id).execute();
  return nyckel.person_id;
}
