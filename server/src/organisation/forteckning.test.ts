import { type GranskadForteckning, GranskadForteckningSchema } from '@samskrift/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { type AppBed, felOf, openAppBed } from '../http/testbed.ts';
import { lasTabell } from './las-tabell.ts';

const HUVUD = ['Namn', 'E-post', 'Parti', 'Nämnd', 'Roll', 'Från', 'Till'];
const ANNA = ['Anna Åberg', 'anna.aberg@bjorkvik.se', 'BP', 'Kulturnämnden', 'Ledamot', '2027-01-01', '2030-12-31'];
const BO = ['Bo Öst', 'bo.ost@bjorkvik.se', 'Landsbygdslistan', 'Kulturnämnden', 'Ersättare', '2027-01-01', ''];
const csv = (...rader: (readonly string[])[]) => [HUVUD, ...rader].map((rad) => rad.join(';')).join('\r\n');

describe('a list of förtroendevalda', () => {
  let bed: AppBed;
  let ulla: Awaited<ReturnType<AppBed['login']>>;
  beforeAll(async () => {
    bed = await openAppBed();
    ulla = await bed.login('ulla-berglund');
  });
  afterAll(() => bed.close());

  const send = (path: string, fil: string | Buffer) =>
    ulla.send('POST', `/api/admin/forteckning${path}`, { innehall: Buffer.from(fil).toString('base64') });
  const gjort = async (path: string, fil: string | Buffer): Promise<GranskadForteckning> => {
    const answer = await send(path, fil);
    expect(answer.status, await answer.clone().text()).toBe(200);
    return GranskadForteckningSchema.parse(await answer.json());
  };
  const personer = () => bed.services.db.selectFrom('user').select(['id', 'name', 'email']).execute();
  const uppdrag = () => bed.services.db.selectFrom('uppdrag').selectAll().execute();

  it('[O6] one wrong row is named by its line, and nothing is taken in', async () => {
    const fil = csv(ANNA, BO.with(3, 'Kulturnämden'));
    const before = [await personer(), await uppdrag()];
    const granskad = await gjort('/granska', fil);
    expect(granskad.fel).toMatchObject([{ rad: 3, vad: expect.stringContaining('Kulturnämden') }]);
    const refused = await felOf(await send('', fil));
    expect(refused).toMatchObject({ status: 409, fel: 'finnsRedan' });
    expect(refused.meddelande).toContain('Ingenting lästes in. Rad 3');
    expect([await personer(), await uppdrag()]).toEqual(before);
  });

  it('[O6] a store that fails in the middle has taken in nothing', async () => {
    const before = [await personer(), await uppdrag()];
    await bed.services.db.schema.alterTable('akt').renameTo('akt_borta').execute();
    expect((await send('', csv(ANNA, BO))).status).toBe(500);
    await bed.services.db.schema.alterTable('akt_borta').renameTo('akt').execute();
    expect([await personer(), await uppdrag()]).toEqual(before);
  });

  it('[O6] the corrected list is taken in as it was shown, and once more it changes nothing', async () => {
    const fil = csv(ANNA, BO);
    const visat = await gjort('/granska', fil);
    expect(visat.fel).toEqual([]);
    expect(visat.nyaPersoner.map(({ namn }) => namn)).toEqual(['Anna Åberg', 'Bo Öst']);
    const antal = (await uppdrag()).length;
    expect(await gjort('', fil)).toEqual(visat);
    expect((await uppdrag()).length).toBe(antal + 4);
    const igen = await gjort('', fil);
    expect(igen.nyaPersoner).toEqual([]);
    expect(igen.uppdrag.map(({ utfall }) => utfall)).toEqual(Array(4).fill('oforandrat'));
    expect((await uppdrag()).length).toBe(antal + 4);
  });

  it('[O6] who came by a list has no password, and cannot log in', async () => {
    const anna = (await personer()).find(({ email }) => email === 'anna.aberg@bjorkvik.se');
    expect(
      await bed.services.db
        .selectFrom('user')
        .select('administrator')
        .where('id', '=', anna?.id ?? '')
        .execute(),
    ).toEqual([{ administrator: 0 }]);
    for (const password of ['', 'losenord']) {
      const body = { email: anna?.email, password };
      expect((await bed.browser().send('POST', '/api/auth/sign-in/email', body)).ok).toBe(false);
    }
  });

  it('[O10] what a list brought is in the log', async () => {
    const akter = await bed.services.db.selectFrom('akt').selectAll().where('akt', '=', 'forteckningInlast').execute();
    expect(akter.map((rad) => JSON.parse(rad.detalj))).toEqual([
      { personer: 2, nya: 4, andrade: 0 },
      { personer: 0, nya: 0, andrade: 0 },
    ]);
  });

  it('[O7] CSV by either separator, with quotes, in UTF-8, with BOM and in Windows-1252, and Excel: all are one list', async () => {
    const celler = [HUVUD, ANNA, BO];
    const utf8 = csv(ANNA, BO);
    const excel = await writeExcelFile(
      celler.map((rad, i) =>
        rad.map((cell, j) =>
          i > 0 && j >= 5 && cell !== ''
            ? { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
            : { value: cell, type: String },
        ),
      ),
    ).toBuffer();
    const filer: readonly (string | Buffer)[] = [
      utf8,
      `\ufeff${utf8}`,
      Buffer.from(utf8, 'latin1'),
      utf8.replaceAll(';', ','),
      utf8.replaceAll('Anna Åberg', '"Anna Åberg"'),
      utf8.replaceAll('\r\n', '\n'),
      excel,
    ];
    for (const fil of filer) {
      const last = await lasTabell(Buffer.from(fil));
      expect(last.ok && last.celler.map((rad) => rad.map((cell) => cell.trim()))).toEqual(celler);
    }
  });

  it('[O7] a file that is empty, binary, broken, too big or without its columns is refused with what to do', async () => {
    const nekad = async (fil: string | Buffer) => {
      const svar = await felOf(await send('/granska', fil));
      expect(svar).toMatchObject({ status: 400, fel: 'ogiltig' });
      return String(svar.meddelande);
    };
    expect(await nekad('')).toContain('Filen är tom');
    expect(await nekad(' \n ')).toContain('Filen är tom');
    expect(await nekad(HUVUD.join(';'))).toContain('inga rader');
    expect(await nekad(Buffer.from([0, 1, 2, 255, 254]))).toContain('varken CSV eller Excel');
    expect(await nekad(Buffer.from('PK\u0003\u0004 inte alls ett kalkylark'))).toContain('går inte att läsa som Excel');
    expect(await nekad(`${HUVUD.join(';')}\n"öppet;citat\n`)).toContain('citattecken');
    expect(await nekad('Förnamn;Efternamn\nA;B')).toContain('Det här saknas: Namn');
    expect(await nekad(Buffer.alloc(5_000_001, 'a'))).toContain('större än 5 MB');
    const forStor = await felOf(await send('/granska', Buffer.alloc(9_000_000, 'a')));
    expect(forStor).toMatchObject({ status: 413, fel: 'forStor' });
  });
});
