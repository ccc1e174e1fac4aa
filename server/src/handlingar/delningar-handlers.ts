import type { RouteHandler } from '@hono/zod-openapi';
import { aktOm, bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import type { Participant } from '../sync/gate.ts';
import { findHandling, type Synlig } from './handlingar-handlers.ts';
import type { deleteDelning, getDelningar, putDelning } from './handlingar-routes.ts';

const EJ_SIG_SJALV = 'Du har redan handlingen genom ditt uppdrag. Välj någon annan att dela med.';
const EJ_DELA = 'Bara den som skriver handlingen i sitt eget uppdrag delar den. Be någon av dem.';

export function getDelningarHandler({ db, now }: Deps): RouteHandler<typeof getDelningar, Env> {
  return async (c) => {
    const found = await findHandling(db, c.req.valid('param').id, c.var.person, now());
    if (found === null) return nej(c, 'finnsInte');
    // Later nobody shares any more, but those who may see the handling may see with whom it was shared.
    if (!found.handling.farDela && found.handling.lage === 'arbetsmaterial') return nej(c, 'ejTillaten', EJ_DELA);
    const rows = await db
      .selectFrom('delning')
      .innerJoin('user', 'user.id', 'delning.person_id')
      .where('handling_id', '=', found.handling.id)
      .select(['person_id as personId', 'user.name as namn', 'user.email as epost', 'ratt'])
      .execute();
    return c.json(
      rows.sort((a, b) => a.namn.localeCompare(b.namn, 'sv') || a.epost.localeCompare(b.epost)),
      200,
    );
  };
}

export function putDelningHandler({ db, rooms, now }: Deps): RouteHandler<typeof putDelning, Env> {
  return async (c) => {
    const { id, personId } = c.req.valid('param');
    const { ratt } = c.req.valid('json');
    const found = await findHandling(db, id, c.var.person, now());
    if (found === null) return nej(c, 'finnsInte');
    if (found.handling.sigill !== null) return nej(c, 'forseglad');
    if (found.handling.lage !== 'arbetsmaterial') return nej(c, 'ejArbetsmaterial');
    if (!found.handling.farDela) return nej(c, 'ejTillaten', EJ_DELA);
    // What was given so would stay when the own uppdrag ends.
    if (personId === c.var.person.id && ratt !== 'ingen') return nej(c, 'ogiltig', EJ_SIG_SJALV);
    const person = await db
      .selectFrom('user')
      .select(['id', 'name', 'email', 'sparrad'])
      .where('id', '=', personId)
      .executeTakeFirst();
    // From a blocked person one takes back, and gives nothing.
    if (person === undefined || (person.sparrad !== null && ratt !== 'ingen'))
      return nej(c, 'finnsInte', 'Personen finns inte.');
    if (ratt === 'ingen') {
      await removeDelning(db, found, { id: personId, name: person.name }, c.var.person, now());
    } else {
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('delning')
          .values({ handling_id: found.handling.id, person_id: personId, ratt })
          .onConflict((clash) => clash.columns(['handling_id', 'person_id']).doUpdateSet({ ratt }))
          .execute();
        await bokfor(trx, {
          ...aktOm(found, 'rattGiven', c.var.person, now()),
          detalj: { till: person.name, ratt },
        });
      });
    }
    await rooms.rightsChanged(found.rad.ratt.id);
    return c.json({ personId: person.id, namn: person.name, epost: person.email, ratt }, 200);
  };
}

export function deleteDelningHandler({ db, rooms, now }: Deps): RouteHandler<typeof deleteDelning, Env> {
  return async (c) => {
    const { id, personId } = c.req.valid('param');
    const found = await findHandling(db, id, c.var.person, now());
    if (found === null) return nej(c, 'finnsInte');
    if (found.handling.sigill !== null) return nej(c, 'forseglad');
    if (found.handling.lage !== 'arbetsmaterial') return nej(c, 'ejArbetsmaterial');
    if (!found.handling.farDela) return nej(c, 'ejTillaten', EJ_DELA);
    const person = await db.selectFrom('user').select(['id', 'name']).where('id', '=', personId).executeTakeFirst();
    if (person !== undefined) await removeDelning(db, found, person, c.var.person, now());
    await rooms.rightsChanged(found.rad.ratt.id);
    return c.body(null, 204);
  };
}

async function removeDelning(
  db: Db,
  found: Synlig,
  person: { readonly id: string; readonly name: string },
  by: Participant,
  tid: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const removed = await trx
      .deleteFrom('delning')
      .where('handling_id', '=', found.handling.id)
      .where('person_id', '=', person.id)
      .executeTakeFirst();
    if (removed.numDeletedRows > 0n)
      await bokfor(trx, { ...aktOm(found, 'rattTagen', by, tid), detalj: { av: person.name } });
  });
}
