import type { RouteHandler } from '@hono/zod-openapi';
import { errorCode } from '../data-dir.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { lankbrev } from '../post/brev.ts';
import { giltigLank, lankadress, skapaLank } from './engangslankar.ts';
import type { getInloggning, postGlomt, postLank, postLosenord } from './losenord-routes.ts';
import { peerHeaders } from './peer-headers.ts';
import { valjLosenord } from './valj-losenord.ts';

export function getInloggningHandler({ demo, post, oidc }: Deps): RouteHandler<typeof getInloggning, Env> {
  return (c) => c.json({ demo, post: post !== null, oidc: oidc?.namn ?? null }, 200);
}

export function postLankHandler({ db, now }: Deps): RouteHandler<typeof postLank, Env> {
  return async (c) => {
    const lank = await giltigLank(db, c.req.valid('json').kod, now());
    if (lank === null) return nej(c, 'lankenGallerInte');
    const { syfte, person } = lank;
    return c.json({ syfte, namn: person?.namn ?? null, epost: person?.epost ?? null }, 200);
  };
}

export function postLosenordHandler({
  db,
  auth,
  rooms,
  trustProxy,
  now,
}: Deps): RouteHandler<typeof postLosenord, Env> {
  return async (c) => {
    const { kod, losenord, namn, epost } = c.req.valid('json');
    // Before the password is hashed, which is made to cost: a guessed code is not to.
    const lank = await giltigLank(db, kod, now());
    if (lank === null) return nej(c, 'lankenGallerInte');
    const ny = namn === undefined || epost === undefined ? null : { namn, epost };
    if (lank.person === null && ny === null) return nej(c, 'ogiltig', 'Skriv ditt namn och din e-postadress.');
    const { password } = await auth.$context;
    const utfall = await valjLosenord(db, { lank, hash: await password.hash(losenord), ny, now: now() });
    if (!utfall.ok) {
      if (utfall.fel === 'lankenGallerInte') return nej(c, 'lankenGallerInte');
      return nej(c, 'finnsRedan', 'Det finns redan ett konto med den e-postadressen. Skriv en annan.');
    }
    for (const id of utfall.avslutade) rooms.sessionEnded(id);
    const inloggning = await auth.api.signInEmail({
      body: { email: utfall.epost, password: losenord },
      headers: peerHeaders(c, trustProxy),
      returnHeaders: true,
    });
    for (const cookie of inloggning.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
    return c.json({ id: utfall.id }, 200);
  };
}

export function postGlomtHandler(deps: Deps): RouteHandler<typeof postGlomt, Env> {
  return (c) => {
    const { epost } = c.req.valid('json');
    // Not waited for: how long it takes would tell whether the address has an account. What fails is logged without its words,
    // which may quote the address.
    skickaLank(deps, epost).catch((error: unknown) => deps.log.error({ code: errorCode(error) }, 'mail failed'));
    return c.json({}, 202);
  };
}

async function skickaLank({ db, post, publicUrl, now }: Deps, epost: string): Promise<void> {
  if (post === null) return;
  const person = await db
    .selectFrom('user')
    .select(['id', 'name', 'email'])
    .where('email', '=', epost)
    .where('sparrad', 'is', null)
    .executeTakeFirst();
  if (person === undefined) return;
  const { kod } = await db.transaction().execute((trx) => skapaLank(trx, 'nyttLosenord', person.id, now()));
  await post.skicka(lankbrev('nyttLosenord', person.email, person.name, lankadress(publicUrl, kod)));
}
