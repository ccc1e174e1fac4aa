import { randomUUID } from 'node:crypto';
import type { RouteHandler } from '@hono/zod-openapi';
import { type Handling, isId } from '@samskrift/shared';
import { aktOm, bokfor } from '../akter/bokfor.ts';
import { readArende } from '../arenden/arenden.ts';
import { arJavigI } from '../arenden/jav.ts';
import { mojligaAgare } from '../arenden/namnder.ts';
import { stored } from '../db/hemlig.ts';
import type { Db } from '../db/open.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { titleOf } from '../kryptering/purposes.ts';
import type { Participant } from '../sync/gate.ts';
import { createHandling } from './create-handling.ts';
import { ejErbjuden } from './ej-erbjuden.ts';
import { firstText } from './first-text.ts';
import { type HandlingRad, readHandlingar, seen } from './handling-rader.ts';
import type { getHandling, patchHandling, postHandling } from './handlingar-routes.ts';

/** A handling that exists for the person who asks, with what its right depends on. */
export interface Synlig {
  readonly handling: Handling;
  readonly rad: HandlingRad;
}

/** Finds a handling for a person; null both where there is none and where it must not be seen. */
export async function findHandling(db: Db, id: string, person: Participant, now: Date): Promise<Synlig | null> {
  if (!isId(id)) return null;
  const [rad] = await readHandlingar(db, { id });
  if (rad === undefined) return null;
  const handling = seen(rad, person, now);
  return handling === null ? null : { handling, rad };
}

export function getHandlingHandler({ db, oppningar, now }: Deps): RouteHandler<typeof getHandling, Env> {
  return async (c) => {
    const found = await findHandling(db, c.req.valid('param').id, c.var.person, now());
    if (found === null) return nej(c, 'finnsInte');
    await oppningar.noteNow(found.rad.ratt.id, c.var.person.id);
    return c.json(found.handling, 200);
  };
}

export function postHandlingHandler({ db, sok, now }: Deps): RouteHandler<typeof postHandling, Env> {
  return async (c) => {
    const person = c.var.person;
    const found = await readArende(db, c.req.valid('param').id, person, now());
    if (found === null) return nej(c, 'finnsInte');
    const ny = c.req.valid('json');
    const agare = mojligaAgare(person, found.organ, found.arende.namnd.id, now()).find(
      (ett) => ett.organ.typ === ny.agare.typ && ett.organ.id === ny.agare.id,
    );
    // The same words whether the organ is another's or does not exist: a partigrupp is not confirmed by a refusal.
    if (agare === undefined) return nej(c, 'ejTillaten', 'Du kan inte skapa en handling för den ägaren.');
    if (await arJavigI(db, found.arende.id, person))
      return nej(c, 'ejTillaten', 'Du är anmäld som jävig i ärendet och kan inte skapa en handling i det.');

    const brist = await ejErbjuden(db, found.arende.namnd, ny);
    if (brist !== null) return nej(c, 'ogiltig', brist);

    c.set('unseen', ny.agare.typ === 'partigrupp');
    const text = firstText(ny, found.arende.namnd.namn, found.organ);
    if (!text.ok) return nej(c, 'ogiltig', text.meddelande);
    const id = randomUUID();
    await createHandling(
      db,
      {
        id,
        arende_id: found.arende.id,
        namnd_id: found.arende.namnd.id,
        typ: ny.typ,
        mall: ny.mall,
        titel: ny.titel,
        agare_typ: ny.agare.typ,
        agare_id: ny.agare.id,
        skapad: now().toISOString(),
        skapad_av: person.id,
      },
      text.seed,
    );
    sok.changed(id);
    const created = await findHandling(db, id, person, now());
    if (created === null) throw new RangeError('a new handling must be there for the person who made it');
    return c.json(created.handling, 201);
  };
}

export function patchHandlingHandler({ db, rooms, sok, now }: Deps): RouteHandler<typeof patchHandling, Env> {
  return async (c) => {
    const found = await findHandling(db, c.req.valid('param').id, c.var.person, now());
    if (found === null) return nej(c, 'finnsInte');
    const { handling, rad } = found;
    if (handling.sigill !== null) return nej(c, 'forseglad');
    if (handling.lage !== 'arbetsmaterial') return nej(c, 'ejArbetsmaterial');
    if (handling.ratt !== 'skriva') return nej(c, 'ejTillaten', 'Du får läsa handlingen men inte ändra den.');
    const { titel } = c.req.valid('json');
    const agare = { agare_typ: handling.agare.typ, agare_id: handling.agare.id };
    const changed = await db.transaction().execute(async (trx) => {
      const update = await trx
        .updateTable('handling')
        .set({ titel: stored(agare, titleOf(handling.id), titel) })
        .where('id', '=', handling.id)
        // A seal may have come between the question above and this: its entry holds the title as it was.
        .where('lage', '=', 'arbetsmaterial')
        .executeTakeFirst();
      if (update.numUpdatedRows > 0n) await bokfor(trx, aktOm(found, 'titelAndrad', c.var.person, now()));
      return update;
    });
    if (changed.numUpdatedRows === 0n) return nej(c, 'forseglad');
    rooms.changed(rad.ratt.id);
    sok.changed(handling.id);
    return c.json({ ...handling, titel }, 200);
  };
}
