import type { RouteHandler } from '@hono/zod-openapi';
import { farDela, type HandlingId } from '@samskrift/shared';
import { readHandlingar } from '../handlingar/handling-rader.ts';
import { findHandling } from '../handlingar/handlingar-handlers.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { isUnseen } from '../sync/unseen.ts';
import { readInbjudningar } from './inbjudningar.ts';
import { farForeslas, readSamarbete } from './samarbete.ts';
import { avsluta, foresla, svara, taUr } from './samarbete-andringar.ts';
import type {
  deleteMedgrupp,
  deleteSamarbete,
  getInbjudningar,
  getSamarbete,
  postSamarbete,
  putSvar,
} from './samarbete-routes.ts';

const EJ_FORESLA = 'Bara den grupp som äger texten föreslår vilka den skrivs med. Be någon i den.';
const EJ_SVARA = 'Bara en tillfrågad grupps gruppledare svarar, och bara en gång.';
const EJ_AVSLUTA = 'Bara gruppledaren för den grupp som äger texten avslutar ett samarbete. Be gruppledaren.';
const EJ_LAMNA = 'Bara gruppens egen gruppledare och den ägande gruppens tar en grupp ur samarbetet.';

export function getInbjudningarHandler({ db, now }: Deps): RouteHandler<typeof getInbjudningar, Env> {
  return async (c) => c.json(await readInbjudningar(db, c.var.person, now()), 200);
}

export function getSamarbeteHandler({ db, now }: Deps): RouteHandler<typeof getSamarbete, Env> {
  return async (c) => {
    const found = await findHandling(db, c.req.valid('param').id, c.var.person, now());
    if (found === null) return nej(c, 'finnsInte');
    return c.json(await readSamarbete(db, found.rad.ratt, c.var.person, now()), 200);
  };
}

export function postSamarbeteHandler({ db, rooms, now }: Deps): RouteHandler<typeof postSamarbete, Env> {
  return async (c) => {
    const person = c.var.person;
    const found = await findHandling(db, c.req.valid('param').id, person, now());
    if (found === null) return nej(c, 'finnsInte');
    const { ratt } = found.rad;
    if (found.handling.sigill !== null) return nej(c, 'forseglad');
    if (!farForeslas(ratt) || !farDela(person, ratt, now())) return nej(c, 'ejTillaten', EJ_FORESLA);
    const valda = new Set(c.req.valid('json').grupper);
    const { mojliga } = await readSamarbete(db, ratt, person, now());
    const grupper = mojliga.filter(({ id }) => valda.has(id));
    if (grupper.length < valda.size) return nej(c, 'ogiltig', 'Välj bland nämndens andra grupper.');
    const gick = await foresla(db, { rad: found.rad, person, tid: now() }, grupper);
    if (!gick) return nej(c, 'finnsRedan', 'Det finns redan ett förslag eller ett samarbete om texten.');
    rooms.changed(ratt.id);
    return c.json(await readSamarbete(db, ratt, person, now()), 200);
  };
}

/** The one thing an invited gruppledare may do with a handling that does not exist for the group yet. */
export function putSvarHandler({ db, rooms, now }: Deps): RouteHandler<typeof putSvar, Env> {
  return async (c) => {
    const person = c.var.person;
    const { id } = c.req.valid('param');
    const inbjuden = (await readInbjudningar(db, person, now())).some(({ handlingId }) => handlingId === id);
    if (!inbjuden) {
      const found = await findHandling(db, id, person, now());
      return found === null ? nej(c, 'finnsInte') : nej(c, 'ejTillaten', EJ_SVARA);
    }
    c.set('unseen', true);
    const [rad] = await readHandlingar(db, { id });
    if (rad === undefined) return nej(c, 'finnsInte');
    const { svar } = c.req.valid('json');
    const utfall = await svara(db, { rad, person, tid: now() }, svar);
    if (utfall === 'ingenFraga') return nej(c, 'finnsInte');
    await tell(rooms, rad.ratt.id, utfall === 'gemensamt');
    return c.body(null, 204);
  };
}

export function deleteSamarbeteHandler({ db, rooms, now }: Deps): RouteHandler<typeof deleteSamarbete, Env> {
  return async (c) => {
    const person = c.var.person;
    const found = await findHandling(db, c.req.valid('param').id, person, now());
    if (found === null) return nej(c, 'finnsInte');
    const { ratt } = found.rad;
    const { farAvsluta, lage } = await readSamarbete(db, ratt, person, now());
    if (!farAvsluta) return nej(c, 'ejTillaten', EJ_AVSLUTA);
    await avsluta(db, { rad: found.rad, person, tid: now() }, lage);
    await tell(rooms, ratt.id, true);
    return c.body(null, 204);
  };
}

export function deleteMedgruppHandler({ db, rooms, now }: Deps): RouteHandler<typeof deleteMedgrupp, Env> {
  return async (c) => {
    const person = c.var.person;
    const { id, gruppId } = c.req.valid('param');
    const found = await findHandling(db, id, person, now());
    if (found === null) return nej(c, 'finnsInte');
    const { ratt } = found.rad;
    const { grupper } = await readSamarbete(db, ratt, person, now());
    const grupp = grupper.find((en) => en.id === gruppId);
    if (grupp?.farTaUr !== true) return nej(c, 'ejTillaten', EJ_LAMNA);
    // Afterwards the handling does not exist for who has left it, and the line would be that of one who asks about nothing.
    c.set('unseen', isUnseen(ratt));
    await taUr(db, { rad: found.rad, person, tid: now() }, grupp);
    await tell(rooms, ratt.id, true);
    return c.body(null, 204);
  };
}

/** Who has the text open hears of it: of another right at once, and of all else by asking again. */
async function tell(rooms: Deps['rooms'], id: HandlingId, rights: boolean): Promise<void> {
  if (rights) await rooms.rightsChanged(id);
  else rooms.changed(id);
}
