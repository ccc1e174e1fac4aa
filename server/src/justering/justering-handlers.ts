import type { RouteHandler } from '@hono/zod-openapi';
import { exhaustive, type Handling, type RattPerson, TextSchema } from '@samskrift/shared';
import { egnaNamnder, readOrgan } from '../arenden/namnder.ts';
import { readHandlingar, seen, toSigill } from '../handlingar/handling-rader.ts';
import { findHandling } from '../handlingar/handlingar-handlers.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { parseJson } from '../store/parse-json.ts';
import type { ChainFault, SealedText } from '../store/store.ts';
import type { getKontroll, getSigill, getTillstand, postJustera } from './justering-routes.ts';
import { together } from './together.ts';

export function postJusteraHandler({ db, rooms, now }: Deps): RouteHandler<typeof postJustera, Env> {
  return async (c) => {
    const person = c.var.person;
    const found = await findHandling(db, c.req.valid('param').id, person, now());
    if (found === null) return nej(c, 'finnsInte');
    const { handling, rad } = found;
    if (handling.sigill !== null) return nej(c, 'forseglad');
    if (!handling.farJustera) return nej(c, 'ejTillaten', 'Du har inte rätt att justera den här handlingen.');
    const sealed = await rooms.seal({
      handlingId: rad.ratt.id,
      namndId: rad.ratt.namndId,
      personId: person.id,
      person: person.namn,
      dnr: handling.dnr,
      titel: handling.titel,
      typ: handling.typ,
      time: now().toISOString(),
    });
    switch (sealed.outcome) {
      case 'sealed': {
        const after = await findHandling(db, handling.id, person, now());
        return after === null ? nej(c, 'finnsInte') : c.json(after.handling, 200);
      }
      case 'alreadySealed':
        return nej(c, 'forseglad');
      case 'missing':
        return nej(c, 'finnsInte');
      case 'storageFailed':
        return nej(c, 'lagringsfel', 'Texten kunde inte förseglas: lagringen svarar inte. Försök igen om en stund.');
      default:
        return exhaustive(sealed);
    }
  };
}

export function getSigillHandler(deps: Deps): RouteHandler<typeof getSigill, Env> {
  return async (c) => {
    const found = await findSealed(deps, c.req.valid('param').id, c.var.person);
    if (typeof found === 'string') return nej(c, found);
    const { handling, sealed } = found;
    const titel = sealed.entry === 'unreadable' ? handling.titel : sealed.entry.titel;
    const text = TextSchema.safeParse(parseJson(sealed.text)).data ?? null;
    return c.json({ sigill: toSigill(sealed.entry), titel, text }, 200);
  };
}

export function getTillstandHandler(deps: Deps): RouteHandler<typeof getTillstand, Env> {
  return async (c) => {
    const found = await findSealed(deps, c.req.valid('param').id, c.var.person);
    if (typeof found === 'string') return nej(c, found);
    return c.body(Buffer.from(found.sealed.state), 200, { 'content-type': 'application/octet-stream' });
  };
}

export function getKontrollHandler({ db, store, now }: Deps): RouteHandler<typeof getKontroll, Env> {
  // Sealing and compaction wait for the same thread.
  const verify = together(() => store.verify());
  return async (c) => {
    const person = c.var.person;
    const [reports, organ, rader] = await Promise.all([verify(), readOrgan(db), readHandlingar(db, 'alla')]);
    const egna = egnaNamnder(person, organ, now());
    const synliga = new Set(rader.flatMap((rad) => seen(rad, person, now())?.id ?? []));
    const kontroller = [...egna].map((namnd) => {
      const report = reports.find((one) => one.namndId === namnd);
      const namn = organ.find((ett) => ett.organ.typ === 'namnd' && ett.organ.id === namnd)?.namn ?? '';
      const fel = (report?.faults ?? []).map((fault) => shown(fault, synliga));
      return { namnd: { id: namnd, namn }, antal: report?.entries ?? 0, sista: report?.last ?? null, fel };
    });
    return c.json(kontroller, 200);
  };
}

/** A fault is told to everybody in the nämnd; which text it is about, only to those who may see the text. */
function shown(fault: ChainFault, synliga: ReadonlySet<string>) {
  const visible = fault.handlingId !== null && synliga.has(fault.handlingId);
  return {
    nr: fault.nr,
    handlingId: visible ? fault.handlingId : null,
    titel: visible ? fault.titel : '',
    vad: fault.what,
  };
}

async function findSealed(
  { db, store, now }: Deps,
  id: string,
  person: Parameters<typeof findHandling>[2] & RattPerson,
): Promise<{ readonly handling: Handling; readonly sealed: SealedText } | 'finnsInte' | 'ejForseglad'> {
  const found = await findHandling(db, id, person, now());
  if (found === null) return 'finnsInte';
  const sealed = await store.snapshot(found.rad.ratt.id);
  return sealed === null ? 'ejForseglad' : { handling: found.handling, sealed };
}
