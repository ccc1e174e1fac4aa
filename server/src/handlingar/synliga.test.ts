import { personId, type RattPerson, SynligaSchema } from '@samskrift/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppBed, felOf, openAppBed } from '../http/testbed.ts';
import { visible } from './synliga.ts';

const SECRET = 'bokbuss-reservation';
const OPEN = 'kulturskola-utlatande';
const NOBODY: RattPerson = { id: personId('ingen-alls'), uppdrag: [] };

describe('which handlingar one may see', () => {
  let bed: AppBed;
  beforeAll(async () => {
    bed = await openAppBed();
  });
  afterAll(() => bed.close());

  const ask = async (person: string, ids: readonly unknown[]) =>
    (await bed.login(person)).send('POST', '/api/synliga', { ids });

  it('[H29] those that exist for the person are answered, in the order asked and once; another’s is as none', async () => {
    const known = async (person: string, ...ids: string[]) =>
      SynligaSchema.parse(await (await ask(person, ids)).json());
    const asked = [SECRET, '../', 'finns-inte', OPEN, SECRET, ''];
    expect(await known('olle-hedman', ...asked)).toEqual({ personId: 'olle-hedman', ids: [SECRET, OPEN] });
    expect(await known('anna-lindqvist', ...asked)).toEqual({ personId: 'anna-lindqvist', ids: [OPEN] });
    expect(await known('olle-hedman')).toEqual({ personId: 'olle-hedman', ids: [] });
    for (const person of ['maja-nilsson', 'goran-ek', 'ulla-berglund']) {
      const told = async (id: string) => {
        const answer = await ask(person, [id]);
        return [answer.status, [...answer.headers.entries()], await answer.text()];
      };
      expect(await told(SECRET)).toEqual(await told('finns-ej-reservation'));
    }
  });

  it('[H29] five hundred are asked of at once and no more', async () => {
    const many = Array.from({ length: 499 }, (_, nr) => `finns-inte-${nr}`);
    expect(SynligaSchema.parse(await (await ask('olle-hedman', [...many, SECRET])).json()).ids).toEqual([SECRET]);
    expect(await felOf(await ask('olle-hedman', [...many, SECRET, 'en-till']))).toEqual({
      status: 400,
      fel: 'ogiltig',
      meddelande: 'Fråga om högst 500 handlingar åt gången.',
    });
  });

  it('[H29] the answer comes when the time of their number has passed, whatever they are', async () => {
    const times = async (asked: readonly string[]) => {
      const begun: (() => void)[] = [];
      let answered = false;
      const answer = visible(bed.services.db, NOBODY, asked, new Date(), () => {
        const time = Promise.withResolvers<void>();
        begun.push(time.resolve);
        return time.promise;
      }).then((ids) => {
        answered = true;
        return ids;
      });
      for (let passed = 0; passed < Math.ceil(asked.length / 50); passed++) {
        // The database answers by a turn of its own; a question behind it has been answered after it.
        await bed.services.db.selectFrom('handling').select('id').execute();
        expect(answered).toBe(false);
        begun[passed]?.();
      }
      expect(await answer).toEqual([]);
      return begun.length;
    };
    const others = Array.from({ length: 120 }, (_, nr) => `finns-inte-${nr}`);
    expect(await times(others)).toBe(3);
    expect(await times([SECRET, OPEN, ...others.slice(2)])).toBe(3);
    expect(await times([SECRET])).toBe(1);
  });

  it('[H29] nothing is opened by it, and neither a member’s nor an outsider’s question leaves a line', async () => {
    const browsers = [
      await bed.login('olle-hedman'),
      await bed.login('maja-nilsson'),
      await bed.login('anna-lindqvist'),
    ];
    const akter = async () => bed.services.db.selectFrom('akt').selectAll().execute();
    const before = [bed.log.length, await akter()];
    for (const browser of browsers)
      expect((await browser.send('POST', '/api/synliga', { ids: [SECRET, OPEN] })).status).toBe(200);
    expect([bed.log.length, await akter()]).toEqual(before);
  });
});
