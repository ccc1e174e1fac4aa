import { HandlingSchema } from '@samskrift/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppBed, felOf, openAppBed } from '../http/testbed.ts';

describe('the kinds that an owner has', () => {
  let bed: AppBed;
  beforeAll(async () => {
    bed = await openAppBed();
  });
  afterAll(() => bed.close());

  const NY = { titel: 'Svar om badplatsen', agare: { typ: 'partigrupp', id: 'landsbygdslistan' } };

  it('[H36] an utlåtande and minutes are no party’s: not made, handed in or given on by its group', async () => {
    const olle = await bed.login('olle-hedman');
    const path = '/api/arenden/konstrunda/handlingar';
    const utlatande = (mall: string) => ({ ...NY, typ: mall.split('-')[0], mall });
    const nekat = { status: 400, fel: 'ogiltig', meddelande: expect.stringContaining('inte den sortens handling') };
    for (const mall of ['tjansteutlatande-svar', 'protokollsparagraf'])
      expect(await felOf(await olle.send('POST', path, utlatande(mall)))).toMatchObject(nekat);

    // One that was made before there was this rule.
    const reservation = { ...NY, typ: 'reservation', mall: 'reservation' };
    const made = HandlingSchema.parse(await (await olle.send('POST', path, reservation)).json());
    await bed.services.db
      .updateTable('handling')
      .set({ typ: 'tjansteutlatande', mall: 'tjansteutlatande-svar' })
      .where('id', '=', made.id)
      .execute();
    const inlamnad = await olle.send('POST', `/api/handlingar/${made.id}/inlamning`, {});
    expect(await felOf(inlamnad)).toMatchObject({ status: 400, meddelande: expect.stringContaining('kopiera texten') });
    const henrik = await bed.login('henrik-dahl');
    const till = [{ gruppId: 'landsbygdslistan-fritid', arendeId: 'landsbygd-fritid' }];
    const given = await henrik.send('POST', `/api/handlingar/${made.id}/kopior`, { titel: 'Svaret', till });
    expect(await felOf(given)).toMatchObject(nekat);
  });
});
