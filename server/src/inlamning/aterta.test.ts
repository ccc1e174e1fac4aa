import { HandlingSchema } from '@samskrift/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { felOf } from '../http/testbed.ts';
import { GRUPP, GRUPPEN, type Inlamningsbed, openInlamningsbed } from './testbed.ts';

describe('taking back', () => {
  let here: Inlamningsbed;
  beforeAll(async () => {
    here = await openInlamningsbed();
  });
  afterAll(() => here.bed.close());
  const ask: Inlamningsbed['ask'] = (...args) => here.ask(...args);
  const utkast: Inlamningsbed['utkast'] = (...args) => here.utkast(...args);
  const inlamnad: Inlamningsbed['inlamnad'] = (...args) => here.inlamnad(...args);
  const visad: Inlamningsbed['visad'] = (...args) => here.visad(...args);
  const lage: Inlamningsbed['lage'] = (...args) => here.lage(...args);
  const skriv: Inlamningsbed['skriv'] = (...args) => here.skriv(...args);

  it('[Y11] taken back by the group until the nämnd has decided; that it came in stays, for those who could read it', async () => {
    const { id, nummer } = await inlamnad((await utkast('Det här ångras.')).id);
    const path = `/api/handlingar/${id}/atertagande`;
    for (const person of ['lina-moberg', 'maja-nilsson', 'goran-ek'])
      expect(await felOf(await ask(person, 'POST', path))).toMatchObject({ status: 403, fel: 'ejTillaten' });
    expect((await felOf(await ask('sofia-berg', 'POST', path))).status).toBe(404);
    const answer = HandlingSchema.parse(await (await ask('asa-wikander', 'POST', path)).json());
    expect(answer).toMatchObject({ nummer, lage: 'inlamnad', farAterta: false });
    expect(answer.inlamning?.atertagen?.person).toBe('Åsa Wikander');
    expect(await felOf(await ask('asa-wikander', 'POST', path))).toMatchObject({ status: 409, fel: 'felLage' });
    for (const person of [...GRUPPEN, 'maja-nilsson', 'goran-ek']) {
      const still = await visad(person, id);
      expect([still.nummer, still.inlamning?.atertagen?.person]).toEqual([nummer, 'Åsa Wikander']);
      expect((await ask(person, 'GET', `/api/handlingar/${id}/kvitto`)).status).toBe(200);
    }
    expect(await felOf(await lage('maja-nilsson', id, 'skickaUt'))).toMatchObject({ status: 403 });
    expect(await felOf(await ask('goran-ek', 'POST', `/api/handlingar/${id}/justera`))).toMatchObject({ status: 403 });
  });

  it('[Y11] after the decision, and once it is sealed, it stands', async () => {
    const made = await ask('maja-nilsson', 'POST', '/api/arenden', {
      dnr: 'KUN 2026/410',
      titel: 'A',
      namndId: 'kulturnamnden',
    });
    const arende = z.object({ id: z.string() }).parse(await made.json()).id;
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'Ord.' }] }];
    const body = { typ: 'reservation', mall: 'reservation', titel: 'R', agare: GRUPP, text: { type: 'doc', content } };
    const ny = async () =>
      HandlingSchema.parse(await (await ask('olle-hedman', 'POST', `/api/arenden/${arende}/handlingar`, body)).json())
        .id;
    const forsta = await inlamnad(await ny());
    expect((await ask('goran-ek', 'POST', `/api/handlingar/${forsta.id}/justera`)).status).toBe(200);
    expect(await felOf(await ask('olle-hedman', 'POST', `/api/handlingar/${forsta.id}/atertagande`))).toMatchObject({
      status: 409,
      fel: 'forseglad',
    });
    const utkastId = await ny();
    const andra = await inlamnad(utkastId);
    for (const till of ['till_sammantrade', 'beslutat'])
      await ask('maja-nilsson', 'PATCH', `/api/arenden/${arende}`, { lage: till });
    expect(await visad('olle-hedman', andra.id)).toMatchObject({ farAterta: false });
    expect(await felOf(await ask('olle-hedman', 'POST', `/api/handlingar/${andra.id}/atertagande`))).toMatchObject({
      status: 409,
      meddelande: expect.stringContaining('har beslutat'),
    });
    // A late text is a new one beside the first (domain §5 rule 6).
    await skriv(utkastId, ' Sent.', 91);
    await inlamnad(utkastId, 'olle-hedman', true);
    expect((await visad('olle-hedman', andra.id)).inlamning?.atertagen).toBeNull();
  });
});
