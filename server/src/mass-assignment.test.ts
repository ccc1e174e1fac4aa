import { HandlingSchema } from '@samskrift/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AppBed, openAppBed } from './http/testbed.ts';

const ARENDE = '/api/arenden/biblioteksplan';
const UTLATANDE = '/api/handlingar/biblioteksplan-utlatande';
/** What an attacker would want a row to say, by its name in the API and in the table. */
const ELSE = {
  id: 'vald-av-mig',
  agare_typ: 'namnd',
  agare_id: 'kulturnamnden',
  agareId: 'kulturnamnden',
  namnd_id: 'trafiknamnden',
  namndId: 'trafiknamnden',
  arende_id: 'konstrunda',
  skapad: '1999-01-01T00:00:00.000Z',
  skapad_av: 'per-ostberg',
  skapadAv: 'Per Östberg',
  nummer: 99,
  lage: 'justerad',
  forseglad: true,
  sigill: { nr: 1 },
  ratt: 'skriva',
  personId: 'goran-ek',
  administrator: true,
  vantar: 0,
};

let bed: AppBed;
beforeEach(async () => {
  bed = await openAppBed();
});
afterEach(() => bed.close());

const rows = async () => ({
  handlingar: await bed.services.db.selectFrom('handling').selectAll().orderBy('id').execute(),
  arenden: await bed.services.db.selectFrom('arende').selectAll().orderBy('id').execute(),
  personer: await bed.services.db.selectFrom('user').select(['id', 'administrator', 'sparrad']).orderBy('id').execute(),
});

it('[H30] what a request sends along that its form does not name has no effect, or is refused', async () => {
  const anna = await bed.login('anna-lindqvist');
  const before = await rows();

  const retitled = await anna.send('PATCH', UTLATANDE, { ...ELSE, titel: 'Ny titel' });
  expect(retitled.status).toBe(200);
  const shared = await anna.send('PUT', `${UTLATANDE}/delningar/olle-hedman`, { ...ELSE, ratt: 'lasa' });
  expect(shared.status).toBe(200);
  const { lage: _, ...arendefalt } = ELSE;
  const patched = await anna.send('PATCH', ARENDE, { ...arendefalt, titel: 'Nytt ärende' });
  expect([200, 400]).toContain(patched.status);
  const made = await anna.send('POST', `${ARENDE}/handlingar`, {
    ...ELSE,
    typ: 'tjansteutlatande',
    mall: 'tjansteutlatande-svar',
    titel: 'En till',
    agare: { typ: 'forvaltning', id: 'kulturforvaltningen', namn: 'Nämnden' },
  });
  expect(made.status).toBe(201);
  const { id } = HandlingSchema.parse(await made.json());

  const after = await rows();
  expect(after.personer).toEqual(before.personer);
  const { skapad, ...row } = after.handlingar.find((one) => one.id === id) ?? { skapad: '' };
  expect(skapad.startsWith('1999')).toBe(false);
  expect(row).toMatchObject({
    arende_id: 'biblioteksplan',
    namnd_id: 'kulturnamnden',
    agare_typ: 'forvaltning',
    agare_id: 'kulturforvaltningen',
    skapad_av: 'anna-lindqvist',
    nummer: 2,
    lage: 'arbetsmaterial',
  });
  const titled = after.handlingar.filter((one) => one.id !== id);
  expect(titled.map(({ titel, ...rest }) => rest)).toEqual(before.handlingar.map(({ titel, ...rest }) => rest));
  const told = ({ titel, andrad, ...rest }: (typeof before.arenden)[number]) => rest;
  expect(after.arenden.map(told)).toEqual(before.arenden.map(told));
  const delningar = await bed.services.db
    .selectFrom('delning')
    .selectAll()
    .where('handling_id', '=', 'biblioteksplan-utlatande')
    .execute();
  expect(delningar).toEqual([{ handling_id: 'biblioteksplan-utlatande', person_id: 'olle-hedman', ratt: 'lasa' }]);
});
