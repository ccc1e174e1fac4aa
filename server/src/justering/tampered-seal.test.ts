import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { HandlingSchema } from '@samskrift/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppBed, felOf, openAppBed } from '../http/testbed.ts';

/** What somebody may have made of a seal's entry, with the file and time enough. */
const TAMPERED: readonly (readonly [string, string])[] = [
  ['no JSON', 'x{"titel":"Svar"}'],
  ['nothing', ''],
  ['no object', '[1]'],
  ['an object of other things', '{"titel":{"toString":1},"time":7}'],
];

describe('a seal whose entry has been tampered with', () => {
  let bed: AppBed;
  beforeAll(async () => {
    bed = await openAppBed();
  });
  afterAll(() => bed.close());

  async function sealedBy(person: string): Promise<string> {
    const writer = await bed.login('karim-haddad');
    const made = await writer.send('POST', '/api/arenden/konstrunda/handlingar', {
      typ: 'tjansteutlatande',
      mall: 'tjansteutlatande-svar',
      titel: 'Svar om badplatsen',
      agare: { typ: 'forvaltning', id: 'kulturforvaltningen' },
    });
    const { id } = HandlingSchema.parse(await made.json());
    const sealed = await (await bed.login(person)).send('POST', `/api/handlingar/${id}/justera`);
    expect(sealed.status).toBe(200);
    return id;
  }

  function tamper(id: string, column: 'post' | 'text', words: string): void {
    const database = new DatabaseSync(join(bed.dataDir, 'samskrift.db'));
    database.exec('DROP TRIGGER IF EXISTS sigill_ej_andra');
    database.prepare(`UPDATE sigill SET ${column} = ? WHERE handling_id = ?`).run(words, id);
    database.close();
  }

  it.each(TAMPERED)(
    '[J8] %s: list, page and seal say so, the text is read, nothing is changed',
    async (_what, words) => {
      const id = await sealedBy('per-ostberg');
      tamper(id, 'post', words);
      const writer = await bed.login('karim-haddad');
      const arende = (await (await writer.get('/api/arenden/konstrunda')).json()) as { lista: { id: string }[] };
      expect(arende.lista.find((one) => one.id === id)).toMatchObject({ ratt: 'lasa', sigill: { olasligt: true } });
      expect((await writer.get('/api/arenden')).status).toBe(200);
      const page = HandlingSchema.parse(await (await writer.get(`/api/handlingar/${id}`)).json());
      expect(page).toMatchObject({ titel: 'Svar om badplatsen', ratt: 'lasa', farJustera: false, farDela: false });
      expect(page.sigill).toEqual({ olasligt: true });
      const seal = await (await writer.get(`/api/handlingar/${id}/sigill`)).json();
      expect(seal).toMatchObject({ sigill: { olasligt: true }, titel: 'Svar om badplatsen', text: { type: 'doc' } });
      const state = await writer.get(`/api/handlingar/${id}/sigill/tillstand`);
      expect((await state.arrayBuffer()).byteLength).toBeGreaterThan(100);
      const chef = await bed.login('per-ostberg');
      for (const refused of [
        await chef.send('POST', `/api/handlingar/${id}/justera`),
        await writer.send('PATCH', `/api/handlingar/${id}`, { titel: 'En annan' }),
        await writer.send('PUT', `/api/handlingar/${id}/delningar/lina-moberg`, { ratt: 'skriva' }),
      ]) {
        expect(await felOf(refused)).toMatchObject({ status: 409, fel: 'forseglad' });
      }
      const [kontroll] = (await (await writer.get('/api/kontroll')).json()) as [{ fel: { handlingId: string }[] }];
      expect(kontroll.fel.filter((fel) => fel.handlingId === id)).toContainEqual(
        expect.objectContaining({ vad: 'sigillets uppgifter går inte att läsa' }),
      );
    },
  );

  it('[J8] and a text that is no text any more is none, beside the seal as it was', async () => {
    const id = await sealedBy('per-ostberg');
    const writer = await bed.login('karim-haddad');
    for (const words of ['{', '"doc"', '{"type":"annat"}']) {
      tamper(id, 'text', words);
      const seal = await (await writer.get(`/api/handlingar/${id}/sigill`)).json();
      expect(seal).toMatchObject({ sigill: { person: 'Per Östberg' }, text: null });
    }
  });
});
