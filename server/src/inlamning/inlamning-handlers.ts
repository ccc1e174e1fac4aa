import type { RouteHandler } from '@hono/zod-openapi';
import {
  agarenHarSlaget,
  arFortroendevald,
  arTom,
  exhaustive,
  granska,
  handlingId,
  mallMedId,
  type TextJson,
  TextSchema,
} from '@samskrift/shared';
import type { z } from 'zod';
import { readOrgan } from '../arenden/namnder.ts';
import type { Db } from '../db/open.ts';
import { findHandling, type Synlig } from '../handlingar/handlingar-handlers.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { installningarFor } from '../organisation/installningar.ts';
import { parseJson } from '../store/parse-json.ts';
import type { getInlamning, getKvitto, postAtertagande, postInlamning } from './inlamning-routes.ts';
import { aterta, type Inlamnat, lamnaIn } from './lamna-in.ts';

const BARA_FORTROENDEVALD =
  'Bara en förtroendevald i gruppen lämnar in och återtar dess texter. Be en ledamot, en ersättare eller gruppledaren.';
const BESLUTAT = 'Nämnden har beslutat i ärendet. Det som lämnades in kan inte längre återtas.';
const EJ_GRUPPENS_SLAG =
  'En partigrupp lämnar inte in den sortens handling. Gör en ny handling av ett annat slag och kopiera texten dit.';
export const TOM_TEXT = 'Texten är tom. Skriv något innan den lämnas in.';

export function getInlamningHandler({ db, store, now }: Deps): RouteHandler<typeof getInlamning, Env> {
  return async (c) => {
    const found = await findHandling(db, c.req.valid('param').id, c.var.person, now());
    if (found === null) return nej(c, 'finnsInte');
    if (!found.handling.farLamnaIn) return nej(c, 'ejTillaten', BARA_FORTROENDEVALD);
    const { namndId, id } = found.rad.ratt;
    const [namnd, { inlamnatSynsFor }, kopia] = await Promise.all([
      namndnamn(db, namndId),
      installningarFor(db, namndId),
      store.cleanCopy(id),
    ]);
    const mall = mallMedId(found.handling.mall);
    const text = kopia === null ? null : textUr(kopia.text);
    const saknas = mall === null || text === null ? [] : granska(text as TextJson, mall).map((en) => en.text);
    const tidigare = found.handling.inlamnade.find(({ atertagen }) => atertagen === null)?.nummer ?? null;
    return c.json({ namnd, synsFor: inlamnatSynsFor, saknas, tidigare }, 200);
  };
}

export function postInlamningHandler(deps: Deps): RouteHandler<typeof postInlamning, Env> {
  const { db, rooms, sok, now } = deps;
  return async (c) => {
    const person = c.var.person;
    const found = await findHandling(db, c.req.valid('param').id, person, now());
    if (found === null) return nej(c, 'finnsInte');
    const { handling, rad } = found;
    if (!handling.farLamnaIn) return nej(c, 'ejTillaten', BARA_FORTROENDEVALD);
    if (!agarenHarSlaget(handling.agare.typ, handling.typ)) return nej(c, 'ogiltig', EJ_GRUPPENS_SLAG);
    const grupper = [handling.agare, ...handling.medgrupper];
    const { ersatt } = c.req.valid('json');
    // What anybody has been told is saved comes along: the copy is made of the store, after what is on its way there.
    const made = await rooms.still(rad.ratt.id, () => register(deps, found, { grupper, personId: person.id, ersatt }));
    if (made === 'busy') return nej(c, 'upptagen');
    if (made === 'storageFailed') return nej(c, 'lagringsfel');
    if (made === 'tom') return nej(c, 'ogiltig', TOM_TEXT);
    if (made.outcome === 'ersatter') return nej(c, 'ersatter');
    const kopia = await findHandling(db, made.id, person, now());
    if (kopia === null) throw new RangeError('a copy must be there for the group that handed it in');
    switch (made.outcome) {
      case 'redan':
        return c.json(kopia.handling, 200);
      case 'inlamnad':
        sok.changed(made.id);
        for (const ersatt of made.ersatta) await rooms.rightsChanged(handlingId(ersatt));
        return c.json(kopia.handling, 201);
      default:
        return exhaustive(made);
    }
  };
}

async function register(
  { db, store, now }: Deps,
  { handling, rad }: Synlig,
  av: Pick<Parameters<typeof lamnaIn>[1], 'grupper' | 'personId' | 'ersatt'>,
): Promise<Inlamnat | 'tom'> {
  const kopia = await store.cleanCopy(rad.ratt.id);
  const text = kopia === null ? null : textUr(kopia.text);
  if (kopia === null || text === null || arTom(text as TextJson)) return 'tom';
  const { id, arendeId: arende_id, typ, mall, titel } = handling;
  const utkast = { id, arende_id, namnd_id: rad.ratt.namndId, typ, mall, titel };
  return lamnaIn(db, { utkast, kopia, tid: now(), ...av });
}

export function postAtertagandeHandler({ db, rooms, now }: Deps): RouteHandler<typeof postAtertagande, Env> {
  return async (c) => {
    const person = c.var.person;
    const found = await findHandling(db, c.req.valid('param').id, person, now());
    if (found === null) return nej(c, 'finnsInte');
    const { handling, rad } = found;
    const { inlamning, id, namndId } = rad.ratt;
    if (inlamning === null) return nej(c, 'ejInlamnad');
    if (!arFortroendevald(person, inlamning.grupper, now())) return nej(c, 'ejTillaten', BARA_FORTROENDEVALD);
    const done = await rooms.still(id, () =>
      db.transaction().execute(async (trx) => {
        // What was true above may have been overtaken while the text came to rest.
        const nu = await findHandling(trx, id, person, now());
        if (nu === null || !nu.handling.farAterta) return false;
        const tid = now();
        return aterta(trx, { handlingId: id, arendeId: handling.arendeId, namndId, personId: person.id, tid });
      }),
    );
    if (done === 'busy') return nej(c, 'upptagen');
    if (done === 'storageFailed') return nej(c, 'lagringsfel');
    const after = await findHandling(db, id, person, now());
    if (after === null) return nej(c, 'finnsInte');
    if (done) return c.json(after.handling, 200);
    if (after.handling.sigill !== null) return nej(c, 'forseglad');
    if (after.handling.inlamning?.atertagen !== null) return nej(c, 'felLage', 'Texten är redan återtagen.');
    return nej(c, 'felLage', BESLUTAT);
  };
}

export function getKvittoHandler({ db, store, now }: Deps): RouteHandler<typeof getKvitto, Env> {
  return async (c) => {
    const found = await findHandling(db, c.req.valid('param').id, c.var.person, now());
    if (found === null) return nej(c, 'finnsInte');
    const { inlamning, titel, typ, dnr, arendetitel } = found.handling;
    if (inlamning === null) return nej(c, 'ejInlamnad');
    const [namnd, kopia] = await Promise.all([
      namndnamn(db, found.rad.ratt.namndId),
      store.cleanCopy(found.rad.ratt.id),
    ]);
    const text = kopia === null ? null : textUr(kopia.text);
    if (text === null) throw new RangeError('a copy that was handed in has a text');
    return c.json({ inlamning, titel, typ, dnr, arendetitel, namnd, text }, 200);
  };
}

async function namndnamn(db: Db, namndId: string): Promise<string> {
  const organ = await readOrgan(db);
  return organ.find((ett) => ett.organ.typ === 'namnd' && ett.organ.id === namndId)?.namn ?? '';
}

function textUr(text: string): z.infer<typeof TextSchema> | null {
  return TextSchema.safeParse(parseJson(text)).data ?? null;
}
