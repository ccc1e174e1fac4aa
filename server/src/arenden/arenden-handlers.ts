import { randomUUID } from 'node:crypto';
import type { RouteHandler } from '@hono/zod-openapi';
import { dnrBrist, erbjudnaMallar, erbjudnaSlag, foreslaDnr } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import { isUniqueViolation } from '../db/sqlite-dialect.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { installningarFor } from '../organisation/installningar.ts';
import type { Participant } from '../sync/gate.ts';
import { andraArende, brist } from './andra-arende.ts';
import { readArende, readArenden, type SynligtArende } from './arenden.ts';
import type {
  getArende,
  getArenden,
  getNamndunderlag,
  getTidslinje,
  patchArende,
  postArende,
} from './arenden-routes.ts';
import { arJavigI, farAvgoraJav, readJaviga } from './jav.ts';
import { egnaNamnder, farSkapaArende, mojligaAgare, readOrgan } from './namnder.ts';
import { readPersonal } from './personal.ts';
import { readTidslinje } from './tidslinje.ts';

const BARA_TJANSTEMAN = 'Bara förvaltningen och nämndsekreteraren lägger upp och ändrar ärenden. Be någon av dem.';
const JAVIG = 'Du är anmäld som jävig i ärendet och gör inget i det.';
const upptaget = (dnr: string): string => `Diarienumret ${dnr} används redan. Välj ett annat.`;

export function getArendenHandler({ db, now }: Deps): RouteHandler<typeof getArenden, Env> {
  return async (c) =>
    c.json(
      (await readArenden(db, c.var.person, now())).map((one) => one.arende),
      200,
    );
}

/** The ärende as its page shows it. Who is jävig there does nothing in it. */
export async function medHandlingar(db: Db, { arende, lista, organ }: SynligtArende, person: Participant, now: Date) {
  const javiga = await readJaviga(db, arende.id);
  const javig = javiga.some(({ id }) => id === person.id);
  const agare = javig ? [] : mojligaAgare(person, organ, arende.namnd.id, now);
  const installningar = await installningarFor(db, arende.namnd.id);
  return {
    ...arende,
    lista: [...lista],
    handlingsslag: erbjudnaSlag(installningar),
    mallar: erbjudnaMallar(installningar).map(({ id }) => id),
    mojligaAgare: agare.map((ett) => ({ typ: ett.organ.typ, id: ett.organ.id, namn: ett.namn })),
    farAndra: !javig && farSkapaArende(person, organ, arende.namnd.id, now),
    javiga,
    farAvgoraJav: farAvgoraJav(person, arende.namnd.id, now),
  };
}

export function getArendeHandler({ db, now }: Deps): RouteHandler<typeof getArende, Env> {
  return async (c) => {
    const found = await readArende(db, c.req.valid('param').id, c.var.person, now());
    return found === null ? nej(c, 'finnsInte') : c.json(await medHandlingar(db, found, c.var.person, now()), 200);
  };
}

export function getTidslinjeHandler({ db, now }: Deps): RouteHandler<typeof getTidslinje, Env> {
  return async (c) => {
    const found = await readArende(db, c.req.valid('param').id, c.var.person, now());
    return found === null ? nej(c, 'finnsInte') : c.json(await readTidslinje(db, found, c.var.person, now()), 200);
  };
}

export function getNamndunderlagHandler({ db, now }: Deps): RouteHandler<typeof getNamndunderlag, Env> {
  return async (c) => {
    const { id } = c.req.valid('param');
    const alla = await readOrgan(db);
    if (!farSkapaArende(c.var.person, alla, id, now())) return nej(c, 'finnsInte');
    const anvanda = await db
      .selectFrom('arende')
      .where('namnd_id', '=', id)
      .select('dnr')
      .orderBy('skapad')
      .orderBy('id')
      .execute();
    const dnr = foreslaDnr(
      anvanda.map((row) => row.dnr),
      now().getFullYear(),
      (await installningarFor(db, id)).dnrPrefix,
    );
    return c.json({ dnr, personal: await readPersonal(db, id, now()) }, 200);
  };
}

export function postArendeHandler({ db, sok, now }: Deps): RouteHandler<typeof postArende, Env> {
  return async (c) => {
    const person = c.var.person;
    const { namndId, ...falt } = c.req.valid('json');
    const alla = await readOrgan(db);
    const namnd = alla.find(({ organ }) => organ.typ === 'namnd' && organ.id === namndId);
    if (namnd === undefined || !egnaNamnder(person, alla, now()).has(namnd.namndId)) return nej(c, 'finnsInte');
    if (!farSkapaArende(person, alla, namndId, now())) return nej(c, 'ejTillaten', BARA_TJANSTEMAN);
    const { dnrPrefix } = await installningarFor(db, namndId);
    const fel = dnrBrist(falt.dnr, dnrPrefix) ?? brist(falt, await readPersonal(db, namndId, now()));
    if (fel !== null) return nej(c, 'ogiltig', fel);
    const id = randomUUID();
    const tid = now();
    const { dnr, titel, slag, remissFran, sistaDag, handlaggareId, sammantrade } = falt;
    try {
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('arende')
          .values({
            id,
            dnr,
            titel,
            namnd_id: namndId,
            skapad: tid.toISOString(),
            skapad_av: person.id,
            slag,
            remiss_fran: remissFran,
            sista_dag: sistaDag,
            handlaggare: handlaggareId,
            sammantrade,
          })
          .execute();
        await bokfor(trx, { akt: 'arendeSkapat', tid, personId: person.id, arendeId: id, namndId, detalj: { dnr } });
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return nej(c, 'finnsRedan', upptaget(dnr));
    }
    sok.changed(id);
    const made = await readArende(db, id, person, now());
    return made === null ? nej(c, 'finnsInte') : c.json(made.arende, 201);
  };
}

export function patchArendeHandler({ db, sok, now }: Deps): RouteHandler<typeof patchArende, Env> {
  return async (c) => {
    const person = c.var.person;
    const { id } = c.req.valid('param');
    const found = await readArende(db, id, person, now());
    if (found === null) return nej(c, 'finnsInte');
    if (!farSkapaArende(person, found.organ, found.arende.namnd.id, now()))
      return nej(c, 'ejTillaten', BARA_TJANSTEMAN);
    if (await arJavigI(db, found.arende.id, person)) return nej(c, 'ejTillaten', JAVIG);
    const andring = c.req.valid('json');
    const changed = await andraArende(db, id, andring, person, now());
    if (changed.outcome === 'ogiltig') return nej(c, 'ogiltig', changed.meddelande);
    if (changed.outcome === 'upptaget') return nej(c, 'finnsRedan', upptaget(andring.dnr ?? ''));
    sok.changed(id);
    const after = await readArende(db, id, person, now());
    return after === null ? nej(c, 'finnsInte') : c.json(await medHandlingar(db, after, person, now()), 200);
  };
}
