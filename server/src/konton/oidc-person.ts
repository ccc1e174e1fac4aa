import { randomUUID } from 'node:crypto';
import { type Oidcfel, personId } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import { DEMO_DOMAIN } from '../demo/demo-login.ts';
import { taBortSessioner } from './avsluta-sessioner.ts';
import { endaVagenIn, vagAndrad } from './enda-vagen-in.ts';
import type { OidcIdentitet } from './oidc.ts';

export type Personutfall =
  | { readonly ok: true; readonly personId: string; readonly avslutade: readonly string[] }
  | { readonly ok: false; readonly fel: Extract<Oidcfel, 'ingetKonto' | 'ejVerifierad' | 'annanIdentitet'> };

/** The provider's identities among the accounts' ways to log in. */
function oidcProvider(utfardare: string): string {
  return `oidc:${utfardare}`;
}

/**
 * Whose account an identity at the city's own login enters: the one it has entered before, else that of its verified address,
 * which is then bound to it. Nobody gets an account so, and an account once bound never goes to another identity, whatever
 * addresses change at the provider. `avslutade` are the sessions that end where the binding becomes the account's only way in.
 * A blocked account is as one that is not there.
 */
export async function personFor(db: Db, identitet: OidcIdentitet, now: Date): Promise<Personutfall> {
  return db.transaction().execute((trx) => bind(trx, identitet, now));
}

async function bind(db: Db, { utfardare, sub, epost }: OidcIdentitet, now: Date): Promise<Personutfall> {
  const providerId = oidcProvider(utfardare);
  const bunden = await db
    .selectFrom('account')
    .innerJoin('user', 'user.id', 'account.userId')
    .select(['user.id', 'user.sparrad'])
    .where('account.providerId', '=', providerId)
    .where('account.accountId', '=', sub)
    .executeTakeFirst();
  if (bunden !== undefined)
    return bunden.sparrad === null
      ? { ok: true, personId: bunden.id, avslutade: [] }
      : { ok: false, fel: 'ingetKonto' };

  if (epost === null) return { ok: false, fel: 'ejVerifierad' };
  const person = await db
    .selectFrom('user')
    .select('id')
    .where('email', '=', epost)
    .where('email', 'not like', `%${DEMO_DOMAIN}`)
    .where('sparrad', 'is', null)
    .executeTakeFirst();
  if (person === undefined) return { ok: false, fel: 'ingetKonto' };
  const annan = await db
    .selectFrom('account')
    .select('id')
    .where('userId', '=', person.id)
    .where('providerId', '=', providerId)
    .executeTakeFirst();
  if (annan !== undefined) return { ok: false, fel: 'annanIdentitet' };

  const tid = now.toISOString();
  const times = { createdAt: tid, updatedAt: tid };
  await db
    .insertInto('account')
    .values({ id: randomUUID(), accountId: sub, providerId, userId: person.id, password: null, ...times })
    .execute();
  await bokfor(db, { akt: 'identitetKopplad', tid: now, personId: personId(person.id) });
  if (!(await vagAndrad(db, person.id))) return { ok: true, personId: person.id, avslutade: [] };
  await endaVagenIn(db, personId(person.id), providerId, now);
  return { ok: true, personId: person.id, avslutade: await taBortSessioner(db, person.id) };
}
