import { randomUUID } from 'node:crypto';
import type { RouteHandler } from '@hono/zod-openapi';
import { erbjudnaSlag } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import { isUniqueViolation } from '../db/sqlite-dialect.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { installningarFor } from '../organisation/installningar.ts';
import { readArende, readArenden } from './arenden.ts';
import type { getArende, getArenden, postArende } from './arenden-routes.ts';
import { egnaNamnder, farSkapaArende, mojligaAgare, readOrgan } from './namnder.ts';

export function getArendenHandler({ db, now }: Deps): RouteHandler<typeof getArenden, Env> {
  return async (c) =>
    c.json(
      (await readArenden(db, c.var.person, now())).map((one) => one.arende),
      200,
    );
}

export function getArendeHandler({ db, now }: Deps): RouteHandler<typeof getArende, Env> {
  return async (c) => {
    const person = c.var.person;
    const found = await readArende(db, c.req.valid('param').id, person, now());
    if (found === null) return nej(c, 'finnsInte');
    const agare = mojligaAgare(person, found.organ, found.arende.namnd.id, now());
    return c.json(
      {
        ...found.arende,
        lista: [...found.lista],
        slag: erbjudnaSlag(await installningarFor(db, found.arende.namnd.id)),
        mojligaAgare: agare.map(({ organ, namn }) => ({ typ: organ.typ, id: organ.id, namn })),
      },
      200,
    );
  };
}

export function postArendeHandler({ db, now }: Deps): RouteHandler<typeof postArende, Env> {
  return async (c) => {
    const person = c.var.person;
    const { dnr, titel, namndId } = c.req.valid('json');
    const alla = await readOrgan(db);
    const namnd = alla.find((ett) => ett.organ.typ === 'namnd' && ett.organ.id === namndId);
    if (namnd === undefined || !egnaNamnder(person, alla, now()).has(namnd.namndId)) return nej(c, 'finnsInte');
    if (!farSkapaArende(person, alla, namndId, now())) {
      return nej(c, 'ejTillaten', 'Bara förvaltningen och nämndsekreteraren lägger upp ärenden. Be någon av dem.');
    }
    const id = randomUUID();
    const skapad = now().toISOString();
    try {
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('arende')
          .values({ id, dnr, titel, namnd_id: namndId, skapad, skapad_av: person.id })
          .execute();
        const tid = new Date(skapad);
        await bokfor(trx, { akt: 'arendeSkapat', tid, personId: person.id, arendeId: id, namndId, detalj: { dnr } });
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return nej(c, 'finnsRedan', `Diarienumret ${dnr} används redan. Välj ett annat.`);
    }
    return c.json({ id, dnr, titel, namnd: { id: namndId, namn: namnd.namn }, handlingar: 0, andrad: skapad }, 201);
  };
}
