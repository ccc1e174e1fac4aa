import { HandlingSchema, SigillSchema } from '@samskrift/shared';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppBed, felOf, openAppBed } from '../http/testbed.ts';

/** Rules H (HTTP): what one may see and do. */
describe('handlingar', () => {
  let bed: AppBed;
  beforeAll(async () => {
    bed = await openAppBed();
  });
  afterAll(() => bed.close());

  const NY = {
    typ: 'tjansteutlatande',
    mall: 'tjansteutlatande-svar',
    titel: 'Svar om badplatsen',
    agare: { typ: 'forvaltning', id: 'kulturforvaltningen' },
  };
  const create = async (person: string, body: object = NY) => {
    const browser = await bed.login(person);
    return HandlingSchema.parse(await (await browser.send('POST', '/api/arenden/konstrunda/handlingar', body)).json());
  };

  it('[H1] a handling of another party answers word for word as one that does not exist, whatever is asked of it', async () => {
    const outsiders = ['maja-nilsson', 'goran-ek', 'per-ostberg', 'sofia-berg'];
    const questions: [string, string, object?][] = [
      ['GET', ''],
      ['PATCH', '', { titel: 'Ny titel' }],
      ['GET', '/delningar'],
      ['PUT', '/delningar/goran-ek', { ratt: 'skriva' }],
      ['DELETE', '/delningar/goran-ek'],
      ['POST', '/justera'],
      ['GET', '/sigill'],
      ['GET', '/sigill/tillstand'],
    ];
    for (const person of outsiders) {
      const browser = await bed.login(person);
      for (const [method, path, body] of questions) {
        const ask = async (id: string) => {
          const answer = await browser.send(method, `/api/handlingar/${id}${path}`, body);
          return { ...(await felOf(answer)), headers: [...answer.headers.keys()] };
        };
        const secret = await ask('bokbuss-reservation');
        expect(secret).toEqual(await ask('finns-inte-alls'));
        expect(secret).toEqual(await ask('..%2F'));
        expect(secret).toMatchObject({ status: 404, fel: 'finnsInte' });
      }
    }
  });

  it('[H2] a party sees its own handling in the list, and nobody else finds a trace of it there', async () => {
    const listed = async (person: string) => {
      const browser = await bed.login(person);
      return await (await browser.get('/api/arenden/biblioteksplan')).text();
    };
    expect(await listed('olle-hedman')).toContain('Behåll bokbussen');
    for (const person of ['goran-ek', 'maja-nilsson', 'anna-lindqvist']) {
      const text = await listed(person);
      expect(text).not.toContain('okbuss');
      expect(text).not.toContain('Landsbygdslistan');
    }
    const counts = async (person: string) => {
      const list = (await (await (await bed.login(person)).get('/api/arenden')).json()) as {
        id: string;
        handlingar: number;
      }[];
      return list.find((one) => one.id === 'biblioteksplan')?.handlingar;
    };
    expect(await counts('anna-lindqvist')).toBe(1);
    expect(await counts('olle-hedman')).toBe(1);
    expect(await counts('goran-ek')).toBe(1);
  });

  it('[H3] who may see but not do is refused by name and told whom to ask', async () => {
    const reader = await bed.login('olle-hedman');
    const path = '/api/handlingar/kulturskola-utlatande';
    expect(await felOf(await reader.send('PATCH', path, { titel: 'Min titel' }))).toMatchObject({
      status: 409,
      fel: 'ejArbetsmaterial',
    });
    const chair = await bed.login('goran-ek');
    const draft = '/api/handlingar/foreningsbidrag-paragraf';
    expect(await felOf(await chair.send('PATCH', draft, { titel: 'Min titel' }))).toMatchObject({ status: 403 });
    expect(await felOf(await chair.send('PUT', `${draft}/delningar/lina-moberg`, { ratt: 'lasa' }))).toMatchObject({
      status: 403,
      fel: 'ejTillaten',
    });
    expect(await felOf(await reader.send('POST', `${path}/justera`))).toMatchObject({ status: 403, fel: 'ejTillaten' });
    const share = await reader.send('PUT', `${path}/delningar/lina-moberg`, { ratt: 'lasa' });
    expect(await felOf(share)).toMatchObject({ status: 409, fel: 'ejArbetsmaterial' });
    const arende = await reader.send('POST', '/api/arenden', {
      dnr: 'KUN 2026/900',
      titel: 'Eget',
      namndId: 'kulturnamnden',
    });
    expect(await felOf(arende)).toMatchObject({ status: 403, fel: 'ejTillaten' });
  });

  it('[H4] a handling is there with its first text, in one transaction', async () => {
    const made = await create('anna-lindqvist');
    const stored = await bed.services.store.load(HandlingSchema.parse(made).id as never);
    expect(stored?.base.length).toBeGreaterThan(100);

    const before = await bed.services.db.selectFrom('handling').select('id').execute();
    await bed.services.db.schema.alterTable('dokument').renameTo('dokument_borta').execute();
    const browser = await bed.login('anna-lindqvist');
    const refused = await browser.send('POST', '/api/arenden/konstrunda/handlingar', NY);
    await bed.services.db.schema.alterTable('dokument_borta').renameTo('dokument').execute();
    expect(refused.status).toBe(500);
    expect(await bed.services.db.selectFrom('handling').select('id').execute()).toEqual(before);
  });

  it('[H24] a disk that takes no writes is said in so many words, and reading goes on', async () => {
    const browser = await bed.login('anna-lindqvist');
    await sql`PRAGMA query_only = ON`.execute(bed.services.db);
    const refused = await felOf(await browser.send('POST', '/api/arenden/konstrunda/handlingar', NY));
    expect(refused).toMatchObject({ status: 503, fel: 'lagringsfel' });
    expect((await browser.get('/api/arenden/konstrunda')).status).toBe(200);
    await sql`PRAGMA query_only = OFF`.execute(bed.services.db);
    expect((await browser.send('POST', '/api/arenden/konstrunda/handlingar', NY)).status).toBe(201);
  });

  it('[H5] a first text that does not fit the schema, or a mall of another kind, is refused with what is wrong', async () => {
    const browser = await bed.login('anna-lindqvist');
    const post = (body: object) => browser.send('POST', '/api/arenden/konstrunda/handlingar', { ...NY, ...body });
    const unknown = await felOf(await post({ text: { type: 'doc', content: [{ type: 'iframe' }] } }));
    expect(unknown).toMatchObject({ status: 400, fel: 'ogiltig' });
    expect(unknown.meddelande).toContain('inte känner till');
    expect(await felOf(await post({ mall: 'reservation' }))).toMatchObject({ status: 400, fel: 'ogiltig' });
    expect(await felOf(await post({ titel: ' ' }))).toEqual({
      status: 400,
      fel: 'ogiltig',
      meddelande: 'Skriv en titel.',
    });
    const kept = await create('anna-lindqvist', { ...NY, text: { type: 'doc', content: [] } });
    expect(kept.ratt).toBe('skriva');
  });

  it('[H26] a title is what it looks like', async () => {
    const browser = await bed.login('anna-lindqvist');
    const post = (titel: string) => browser.send('POST', '/api/arenden/konstrunda/handlingar', { ...NY, titel });
    for (const titel of [
      '\u200b\u200b',
      'A\u0000B',
      'rad ett\nrad två',
      'Avslag \u202egaliv',
      'x\u2066y',
      'å\ud800ä',
    ]) {
      expect(await felOf(await post(titel)), JSON.stringify(titel)).toMatchObject({ status: 400, fel: 'ogiltig' });
    }
    expect(await (await post(' Ängsö – «Smörgåsbord» 🦐 2026 ')).json()).toMatchObject({
      titel: 'Ängsö – «Smörgåsbord» 🦐 2026',
    });
  });

  it('[H6] an owner one cannot write for is refused in the same words whether it exists or not', async () => {
    const browser = await bed.login('anna-lindqvist');
    const post = async (id: string) =>
      felOf(
        await browser.send('POST', '/api/arenden/konstrunda/handlingar', {
          ...NY,
          typ: 'reservation',
          mall: 'reservation',
          agare: { typ: 'partigrupp', id },
        }),
      );
    expect(await post('landsbygdslistan')).toEqual(await post('ett-parti-som-inte-finns'));
  });

  it('[H7] a shared handling is seen by whom it is shared with until the sharing ends, ärende and all', async () => {
    const made = await create('anna-lindqvist');
    const owner = await bed.login('anna-lindqvist');
    const guest = await bed.login('lina-moberg');
    const path = `/api/handlingar/${made.id}`;
    expect((await guest.get(path)).status).toBe(404);
    const shared = await owner.send('PUT', `${path}/delningar/lina-moberg`, { ratt: 'kommentera' });
    expect(await shared.json()).toMatchObject({ personId: 'lina-moberg', namn: 'Lina Moberg', ratt: 'kommentera' });
    expect(await (await guest.get(path)).json()).toMatchObject({ ratt: 'kommentera', farDela: false });
    expect(await (await owner.get(`${path}/delningar`)).json()).toHaveLength(1);
    expect((await owner.send('DELETE', `${path}/delningar/lina-moberg`)).status).toBe(204);
    expect((await guest.get(path)).status).toBe(404);
  });

  it('[H33] two of one name are told apart by their addresses, and one is not among those to share with oneself', async () => {
    const rename = (name: string) =>
      bed.services.db.updateTable('user').set({ name }).where('id', '=', 'goran-ek').execute();
    await rename('Lina Moberg');
    const made = await create('anna-lindqvist');
    const owner = await bed.login('anna-lindqvist');
    const both = [
      { namn: 'Lina Moberg', epost: 'goran-ek@demo.invalid' },
      { namn: 'Lina Moberg', epost: 'lina-moberg@demo.invalid' },
    ];
    expect(await (await owner.get('/api/personer?sok=lina+mo')).json()).toMatchObject(both);
    const path = `/api/handlingar/${made.id}/delningar`;
    for (const person of ['lina-moberg', 'goran-ek']) await owner.send('PUT', `${path}/${person}`, { ratt: 'lasa' });
    expect(await (await owner.get(path)).json()).toMatchObject(both);
    await rename('Göran Ek');

    expect(await (await owner.get('/api/personer?sok=anna+lindqvist')).json()).toEqual([]);
    const myself = await felOf(await owner.send('PUT', `${path}/anna-lindqvist`, { ratt: 'lasa' }));
    expect(myself).toMatchObject({ status: 400, meddelande: expect.stringContaining('någon annan') });
    expect(await (await owner.get(path)).json()).toHaveLength(2);
  });

  it('[A46] a blocked person is given nothing, and what the person has is taken back as anybody’s', async () => {
    const made = await create('anna-lindqvist');
    const owner = await bed.login('anna-lindqvist');
    const path = `/api/handlingar/${made.id}/delningar`;
    await owner.send('PUT', `${path}/lina-moberg`, { ratt: 'lasa' });
    const block = bed.services.db.updateTable('user').where('id', '=', 'lina-moberg');
    await block.set({ sparrad: new Date().toISOString() }).execute();
    const more = await felOf(await owner.send('PUT', `${path}/lina-moberg`, { ratt: 'skriva' }));
    expect(more).toEqual(await felOf(await owner.send('PUT', `${path}/finns-inte`, { ratt: 'skriva' })));
    expect((await owner.send('DELETE', `${path}/lina-moberg`)).status).toBe(204);
    expect(await (await owner.get(path)).json()).toEqual([]);
    await block.set({ sparrad: null }).execute();
  });

  it('[H8] a sealed handling keeps its text, title and delningar; its seal is shown and the chain holds', async () => {
    const made = await create('karim-haddad');
    const path = `/api/handlingar/${made.id}`;
    const writer = await bed.login('karim-haddad');
    expect(await felOf(await writer.get(`${path}/sigill`))).toMatchObject({ status: 404, fel: 'ejForseglad' });
    const chef = await bed.login('per-ostberg');
    const sealed = HandlingSchema.parse(await (await chef.send('POST', `${path}/justera`)).json());
    expect(sealed).toMatchObject({ ratt: 'lasa', farJustera: false, sigill: { person: 'Per Östberg' } });

    for (const answer of [
      await chef.send('POST', `${path}/justera`),
      await writer.send('PATCH', path, { titel: 'En annan' }),
      await writer.send('PUT', `${path}/delningar/lina-moberg`, { ratt: 'lasa' }),
    ]) {
      expect(await felOf(answer)).toMatchObject({ status: 409, fel: 'forseglad' });
    }
    const text = (await (await writer.get(`${path}/sigill`)).json()) as {
      sigill: unknown;
      text: { content: unknown[] };
    };
    expect(text.sigill).toEqual(sealed.sigill);
    expect(text.text.content.length).toBeGreaterThan(2);
    const state = await writer.get(`${path}/sigill/tillstand`);
    expect(state.headers.get('content-type')).toBe('application/octet-stream');
    expect((await state.arrayBuffer()).byteLength).toBeGreaterThan(100);
    const sigill = SigillSchema.parse(sealed.sigill);
    expect(await (await writer.get('/api/kontroll')).json()).toEqual([
      {
        namnd: { id: 'kulturnamnden', namn: 'Kulturnämnden' },
        antal: sigill.nr,
        sista: sigill.kedjehash,
        fel: [],
      },
    ]);
  });

  it('[H9] the database itself refuses a new title on what is sealed', async () => {
    const made = await create('karim-haddad');
    await (await bed.login('per-ostberg')).send('POST', `/api/handlingar/${made.id}/justera`);
    const change = bed.services.db
      .updateTable('handling')
      .set({ titel: 'Smygändrad' })
      .where('id', '=', made.id)
      .execute();
    await expect(change).rejects.toThrow('sealed');
  });

  it('[H10] a diarienummer is used once', async () => {
    const browser = await bed.login('maja-nilsson');
    const ny = { dnr: 'KUN 2026/777', titel: 'Om badplatsen', namndId: 'kulturnamnden' };
    expect((await browser.send('POST', '/api/arenden', ny)).status).toBe(201);
    expect(await felOf(await browser.send('POST', '/api/arenden', ny))).toMatchObject({
      status: 409,
      fel: 'finnsRedan',
    });
    const foreign = await browser.send('POST', '/api/arenden', { ...ny, dnr: 'KUN 2026/778', namndId: 'annan-namnd' });
    expect(foreign.status).toBe(404);
  });
});
