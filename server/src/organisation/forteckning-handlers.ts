import { randomUUID } from 'node:crypto';
import type { RouteHandler } from '@hono/zod-openapi';
import {
  type GranskadForteckning,
  type Importplan,
  type Laget,
  personId,
  planeraImport,
  tolkaTabell,
  type Vanteskal,
} from '@samskrift/shared';
import { sql } from 'kysely';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { readPartimedlemmar, vantarPaJa } from './gruppens-ja.ts';
import { lasTabell } from './las-tabell.ts';
import type * as routes from './uppdrag-routes.ts';
import type { Vem } from './utfall.ts';

export function postGranskaHandler({ db }: Deps): RouteHandler<typeof routes.postGranska, Env> {
  return async (c) => {
    const rader = await raderUr(c.req.valid('json').innehall);
    if (!rader.ok) return nej(c, 'ogiltig', rader.meddelande);
    return c.json(granskad(planeraImport(rader.rader, await readLaget(db))), 200);
  };
}

/** Reads the list anew and plans it anew, in the transaction that carries it out: what was seen before may have changed. */
export function postForteckningHandler({ db, rooms, now }: Deps): RouteHandler<typeof routes.postForteckning, Env> {
  return async (c) => {
    const rader = await raderUr(c.req.valid('json').innehall);
    if (!rader.ok) return nej(c, 'ogiltig', rader.meddelande);
    const vem: Vem = { personId: c.var.person.id, tid: now() };
    const { plan, personer } = await db.transaction().execute(async (trx) => {
      const laget = await readLaget(trx);
      const plan = planeraImport(rader.rader, laget);
      return { plan, personer: plan.fel.length > 0 ? [] : await genomfor(trx, plan, laget, vem) };
    });
    const fel = plan.fel[0];
    if (fel !== undefined) return nej(c, 'finnsRedan', `Ingenting lästes in. Rad ${fel.rad}: ${fel.vad}`);
    for (const id of personer) await rooms.personChanged(personId(id));
    return c.json(granskad(plan), 200);
  };
}

async function raderUr(innehall: string) {
  const tabell = await lasTabell(Buffer.from(innehall, 'base64'));
  return tabell.ok ? tolkaTabell(tabell.celler) : tabell;
}

async function readLaget(db: Db): Promise<Laget> {
  return {
    namnder: await db.selectFrom('namnd').selectAll().execute(),
    partier: await db.selectFrom('parti').selectAll().execute(),
    partigrupper: await db
      .selectFrom('partigrupp')
      .select(['id', 'namn', 'namnd_id as namndId', 'parti_id as partiId'])
      .execute(),
    personer: await db.selectFrom('user').select(['id', 'name as namn', 'email as epost']).execute(),
    uppdrag: await db
      .selectFrom('uppdrag')
      .select(['person_id as personId', 'roll', 'organ_typ as organTyp', 'organ_id as organId', 'fran', 'till'])
      .execute(),
  };
}

/** @returns the persons whose uppdrag were given or changed. */
async function genomfor(db: Db, plan: Importplan, laget: Laget, { personId: av, tid }: Vem): Promise<string[]> {
  const skapad = tid.toISOString();
  const ider = new Map(laget.personer.map((person) => [person.epost.toLowerCase(), person.id]));
  for (const { namn, epost } of plan.nyaPersoner) {
    const id = randomUUID();
    ider.set(epost, id);
    // Without an account row, which holds the password: who has none cannot log in before being invited.
    await db
      .insertInto('user')
      .values({ id, name: namn, email: epost, emailVerified: 0, image: null, createdAt: skapad, updatedAt: skapad })
      .execute();
  }
  const rorda = new Set<string>();
  // As they were before: who comes with the same list as the first of a group waits for nobody.
  const medlemmar = await readPartimedlemmar(db, skapad.slice(0, 10));
  for (const { epost, roll, organTyp, organId, fran, till, utfall } of plan.uppdrag) {
    const id = ider.get(epost);
    if (id === undefined) throw new RangeError('a planned uppdrag must be a known or new person’s');
    if (utfall === 'oforandrat') continue;
    rorda.add(id);
    const vantar = (await vantarPaJa(db, medlemmar, { organTyp, organId }, id)) ? 1 : 0;
    await db
      .insertInto('uppdrag')
      .values({ person_id: id, roll, organ_typ: organTyp, organ_id: organId, fran, till, vantar })
      .onConflict((clash) =>
        clash.columns(['person_id', 'organ_typ', 'organ_id', 'roll', 'fran']).doUpdateSet({
          till,
          // One that had ended lets the person in anew.
          vantar: sql<number>`CASE WHEN uppdrag.till <= ${skapad.slice(0, 10)} THEN ${vantar} ELSE uppdrag.vantar END`,
          skal: sql<Vanteskal>`CASE WHEN uppdrag.till <= ${skapad.slice(0, 10)} THEN 'nytt' ELSE uppdrag.skal END`,
        }),
      )
      .execute();
    const akt = utfall === 'andrat' && till !== null ? 'uppdragAvslutat' : 'uppdragGivet';
    const detalj = { person: id, roll, organTyp, organId, fran, ...(till === null ? {} : { till }) };
    await bokfor(db, { akt, tid, personId: av, detalj });
  }
  const antal = (vad: Importplan['uppdrag'][number]['utfall']) =>
    plan.uppdrag.filter(({ utfall }) => utfall === vad).length;
  await bokfor(db, {
    akt: 'forteckningInlast',
    tid,
    personId: av,
    detalj: { personer: plan.nyaPersoner.length, nya: antal('nytt'), andrade: antal('andrat') },
  });
  return [...rorda];
}

function granskad({ nyaPersoner, uppdrag, fel, varningar }: Importplan): GranskadForteckning {
  return {
    nyaPersoner: [...nyaPersoner],
    uppdrag: uppdrag.map(({ rad, namn, roll, organ, fran, till, utfall }) => ({
      rad,
      namn,
      roll,
      organ,
      fran,
      till,
      utfall,
    })),
    fel: [...fel],
    varningar: [...varningar],
  };
}
