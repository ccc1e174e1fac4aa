import { randomUUID } from 'node:crypto';
import type { RouteHandler } from '@hono/zod-openapi';
import type { Konto, SkapadLank } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import { errorCode } from '../data-dir.ts';
import { isUniqueViolation } from '../db/sqlite-dialect.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { lankbrev } from '../post/brev.ts';
import type { deleteSparr, getKonton, postKonto, postKontolank, putSparr } from './admin-routes.ts';
import { taBortSessioner } from './avsluta-sessioner.ts';
import { lankadress, markeraVisad, type NyLank, skapaLank, upphavLankar } from './engangslankar.ts';
import { annanAdministrator } from './konto-andringar.ts';
import { lasaKonto, lasaKonton } from './lasa-konton.ts';

export function getKontonHandler({ db, now }: Deps): RouteHandler<typeof getKonton, Env> {
  return async (c) => c.json(await lasaKonton(db, now()), 200);
}

export function postKontoHandler(deps: Deps): RouteHandler<typeof postKonto, Env> {
  const { db, now } = deps;
  return async (c) => {
    const { namn, epost } = c.req.valid('json');
    const tid = now();
    const id = randomUUID();
    const rad = { id, name: namn, email: epost, emailVerified: 0, image: null, sparrad: null };
    const times = { createdAt: tid.toISOString(), updatedAt: tid.toISOString() };
    let ny: NyLank;
    try {
      ny = await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('user')
          .values({ ...rad, ...times })
          .execute();
        await bokfor(trx, { akt: 'inbjuden', tid, personId: c.var.person.id, detalj: { person: id } });
        return skapaLank(trx, 'inbjudan', id, tid);
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return nej(c, 'finnsRedan', 'Det finns redan ett konto med den e-postadressen.');
    }
    const konto = {
      id,
      namn,
      epost,
      uppdrag: 0,
      administrator: false,
      sparrad: null,
      harLosenord: false,
      kopplad: false,
    };
    return c.json({ konto, lank: await lamnaUt(deps, 'inbjudan', konto, ny) }, 201);
  };
}

export function postKontolankHandler(deps: Deps): RouteHandler<typeof postKontolank, Env> {
  const { db, now } = deps;
  return async (c) => {
    const tid = now();
    const konto = await lasaKonto(db, tid, c.req.valid('param').id);
    if (konto === null) return nej(c, 'finnsInte');
    if (konto.sparrad !== null) return nej(c, 'finnsRedan', 'Kontot är spärrat. Öppna det först.');
    const syfte = konto.harLosenord ? 'nyttLosenord' : 'inbjudan';
    const akt = konto.harLosenord ? 'losenordslankSkapad' : 'inbjuden';
    const ny = await db.transaction().execute(async (trx) => {
      await bokfor(trx, { akt, tid, personId: c.var.person.id, detalj: { person: konto.id } });
      return skapaLank(trx, syfte, konto.id, tid);
    });
    return c.json(await lamnaUt(deps, syfte, konto, ny), 200);
  };
}

export function putSparrHandler({ db, rooms, now }: Deps): RouteHandler<typeof putSparr, Env> {
  return async (c) => {
    const { id } = c.req.valid('param');
    const tid = now();
    if (id === c.var.person.id) return nej(c, 'ejTillaten', 'Du kan inte spärra ditt eget konto.');
    const avslutade = await db.transaction().execute(async (trx) => {
      // Two who block each other at the same instant would leave nobody.
      if (!(await annanAdministrator(trx, id))) return [];
      const { numUpdatedRows } = await trx
        .updateTable('user')
        .set({ sparrad: tid.toISOString() })
        .where('id', '=', id)
        .where('sparrad', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return [];
      await upphavLankar(trx, id);
      await bokfor(trx, { akt: 'kontoSparrat', tid, personId: c.var.person.id, detalj: { person: id } });
      return taBortSessioner(trx, id);
    });
    for (const sessionId of avslutade) rooms.sessionEnded(sessionId);
    const konto = await lasaKonto(db, tid, id);
    return konto === null ? nej(c, 'finnsInte') : c.json(konto, 200);
  };
}

export function deleteSparrHandler({ db, now }: Deps): RouteHandler<typeof deleteSparr, Env> {
  return async (c) => {
    const { id } = c.req.valid('param');
    const tid = now();
    await db.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('user')
        .set({ sparrad: null })
        .where('id', '=', id)
        .where('sparrad', 'is not', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return;
      await bokfor(trx, { akt: 'kontoOppnat', tid, personId: c.var.person.id, detalj: { person: id } });
    });
    const konto = await lasaKonto(db, tid, id);
    return konto === null ? nej(c, 'finnsInte') : c.json(konto, 200);
  };
}

/** By mail where that goes; else the administrator gets the link to pass on. */
async function lamnaUt(
  { db, post, publicUrl, log }: Deps,
  syfte: 'inbjudan' | 'nyttLosenord',
  { epost, namn }: Konto,
  ny: NyLank,
): Promise<SkapadLank> {
  const lank = lankadress(publicUrl, ny.kod);
  const giltigTill = ny.giltigTill.toISOString();
  try {
    if (post !== null) {
      await post.skicka(lankbrev(syfte, epost, namn, lank));
      return { skickad: true, lank: null, giltigTill };
    }
  } catch (error) {
    // Its message may quote the address and what was sent.
    log.error({ code: errorCode(error) }, 'mail failed');
  }
  await markeraVisad(db, ny);
  return { skickad: false, lank, giltigTill };
}
