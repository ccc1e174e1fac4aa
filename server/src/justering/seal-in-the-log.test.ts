import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { HandlingSchema, handlingId, namndId, personId } from '@samskrift/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AppBed, felOf, openAppBed } from '../http/testbed.ts';

const UTLATANDE = 'biblioteksplan-utlatande';
let bed: AppBed;
beforeEach(async () => {
  bed = await openAppBed();
});
afterEach(() => bed.close());

it('[J10] the seal itself writes its line, whatever becomes of who asked for it', async () => {
  const sealed = await bed.services.rooms.seal({
    handlingId: handlingId(UTLATANDE),
    namndId: namndId('kulturnamnden'),
    personId: personId('per-ostberg'),
    person: 'Per Östberg',
    dnr: 'KUN 2026/114',
    titel: 'Biblioteksplan',
    typ: 'tjansteutlatande',
    time: '2026-11-25T10:00:00.000Z',
  });
  expect(sealed.outcome).toBe('sealed');
  const lines = await bed.services.db.selectFrom('akt').selectAll().where('akt', '=', 'forseglad').execute();
  expect(lines).toEqual([
    {
      nr: expect.any(Number),
      tid: '2026-11-25T10:00:00.000Z',
      akt: 'forseglad',
      person_id: 'per-ostberg',
      handling_id: UTLATANDE,
      arende_id: 'biblioteksplan',
      namnd_id: 'kulturnamnden',
      detalj: '{}',
    },
  ]);
});

it('[J10] where the log takes no line nothing is sealed, and it can be sealed when it does', async () => {
  const database = new DatabaseSync(join(bed.dataDir, 'samskrift.db'));
  database.exec(
    "CREATE TRIGGER full BEFORE INSERT ON akt WHEN NEW.akt = 'forseglad' BEGIN SELECT raise(ABORT, 'full'); END",
  );
  const chef = await bed.login('per-ostberg');
  const refused = await chef.send('POST', `/api/handlingar/${UTLATANDE}/justera`);
  expect(await felOf(refused)).toMatchObject({ status: 503, fel: 'lagringsfel' });
  const page = HandlingSchema.parse(await (await chef.get(`/api/handlingar/${UTLATANDE}`)).json());
  expect(page).toMatchObject({ sigill: null, lage: 'arbetsmaterial' });
  database.exec('DROP TRIGGER full');
  database.close();
  expect((await chef.send('POST', `/api/handlingar/${UTLATANDE}/justera`)).status).toBe(200);
});
