import type { RouteHandler } from '@hono/zod-openapi';
import type { Aktrad } from '@samskrift/shared';
import { findHandling } from '../handlingar/handlingar-handlers.ts';
import type { Deps, Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import type { getAkter, getAkterCsv, getTillgang } from './akter-routes.ts';
import { bokfor } from './bokfor.ts';
import { toCsv } from './csv.ts';
import { readAkter } from './las-akter.ts';
import { readTillgang } from './tillgang.ts';

const PAGE = 50;

export function getAkterHandler({ db, now }: Deps): RouteHandler<typeof getAkter, Env> {
  return async (c) => {
    const { hoppa, ...filter } = c.req.valid('query');
    const akter: Aktrad[] = [];
    let passed = 0;
    for await (const akt of readAkter(db, c.var.person, filter, now())) {
      if (passed++ < hoppa) continue;
      if (akter.length === PAGE) return c.json({ akter, fler: true }, 200);
      akter.push(akt);
    }
    return c.json({ akter, fler: false }, 200);
  };
}

export function getAkterCsvHandler({ db, now }: Deps): RouteHandler<typeof getAkterCsv, Env> {
  return async (c) => {
    const person = c.var.person;
    const akter: Aktrad[] = [];
    for await (const akt of readAkter(db, person, c.req.valid('query'), now())) akter.push(akt);
    await bokfor(db, { akt: 'exporterad', tid: now(), personId: person.id, detalj: { antal: akter.length } });
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="samskrift-logg.csv"',
    };
    return c.body(toCsv(akter), 200, headers);
  };
}

export function getTillgangHandler({ db, now }: Deps): RouteHandler<typeof getTillgang, Env> {
  return async (c) => {
    const found = await findHandling(db, c.req.valid('param').id, c.var.person, now());
    if (found === null) return nej(c, 'finnsInte');
    return c.json(await readTillgang(db, found.rad.ratt, now()), 200);
  };
}
