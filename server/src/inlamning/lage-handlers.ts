import type { RouteHandler } from '@hono/zod-openapi';
import { arTom, harNatt, lageEfter, type TextJson } from '@samskrift/shared';
import { aktOm, bokfor } from '../akter/bokfor.ts';
import { readArenden } from '../arenden/arenden.ts';
import { findHandling } from '../handlingar/handlingar-handlers.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import { TOM_TEXT } from './inlamning-handlers.ts';
import type { getInkommet, postLage } from './inlamning-routes.ts';

/** Moves a text by an explicit act, and nothing else does: its läge, the time and the act are written together (domain R19). */
export function postLageHandler({ db, store, rooms, now }: Deps): RouteHandler<typeof postLage, Env> {
  return async (c) => {
    const person = c.var.person;
    const { akt } = c.req.valid('json');
    const found = await findHandling(db, c.req.valid('param').id, person, now());
    if (found === null) return nej(c, 'finnsInte');
    const { handling, rad } = found;
    if (handling.agare.typ === 'partigrupp')
      return nej(c, 'ejTillaten', 'Gruppens utkast är alltid gruppens. Lämna in en kopia av det.');
    const till = lageEfter(handling.lage, akt);
    if (till === null) return nej(c, 'felLage');
    if (akt === 'arkivera' && rad.arendelage !== 'avslutat')
      return nej(c, 'felLage', 'Avsluta ärendet innan dess handlingar arkiveras.');
    if (!handling.lageakter.includes(akt))
      return nej(c, 'ejTillaten', 'Du har inte rätt att ändra handlingens läge så.');
    const moved = await rooms.still(rad.ratt.id, async () => {
      const text = akt === 'lamnaIn' ? await store.cleanCopy(rad.ratt.id) : null;
      if (text !== null && arTom(JSON.parse(text.text) as TextJson)) return 'tom';
      return db.transaction().execute(async (trx) => {
        // What was true above may have been overtaken while the text came to rest.
        const nu = await findHandling(trx, handling.id, person, now());
        if (nu === null || !nu.handling.lageakter.includes(akt) || nu.handling.lage !== handling.lage) return 'ej';
        const tid = now();
        await trx
          .updateTable('handling')
          .set({ lage: till, lage_sedan: tid.toISOString() })
          .where('id', '=', handling.id)
          .execute();
        await bokfor(trx, { ...aktOm(found, 'lageAndrat', person, tid), detalj: { fran: handling.lage, till } });
        return 'gjort';
      });
    });
    switch (moved) {
      case 'busy':
        return nej(c, 'upptagen');
      case 'storageFailed':
        return nej(c, 'lagringsfel');
      case 'tom':
        return nej(c, 'ogiltig', TOM_TEXT);
      case 'ej':
        return nej(c, 'felLage');
      case 'gjort': {
        const after = await findHandling(db, handling.id, person, now());
        return after === null ? nej(c, 'finnsInte') : c.json(after.handling, 200);
      }
    }
  };
}

/** What has come in to the nämnd from its förvaltning and its partigrupper, latest first. */
export function getInkommetHandler({ db, now }: Deps): RouteHandler<typeof getInkommet, Env> {
  return async (c) => {
    const arenden = await readArenden(db, c.var.person, now());
    const inkomna = arenden
      .flatMap(({ lista }) => lista)
      .filter(
        ({ inlamning, agare, lage }) =>
          inlamning !== null || (agare.typ === 'forvaltning' && harNatt(lage, 'inlamnad')),
      )
      .map((handling) => ({ handling, tid: handling.inlamning?.tid ?? handling.lageSedan ?? handling.skapad }))
      .sort((a, b) => b.tid.localeCompare(a.tid));
    return c.json(
      inkomna.map(({ handling }) => handling),
      200,
    );
  };
}
