import {
  ArendeMedHandlingarSchema,
  HandlingSchema,
  type Organisation,
  OrganisationSchema,
  STANDARDINSTALLNINGAR,
} from '@samskrift/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppBed, felOf, openAppBed } from '../http/testbed.ts';

/** Rules O (the organisation). */
describe('the organisation', () => {
  let bed: AppBed;
  let ulla: Awaited<ReturnType<AppBed['login']>>;
  beforeAll(async () => {
    bed = await openAppBed();
    ulla = await bed.login('ulla-berglund');
  });
  afterAll(() => bed.close());

  const satt = async (method: string, path: string, body: object): Promise<Organisation> => {
    const answer = await ulla.send(method, `/api/admin/${path}`, body);
    expect(answer.status, await answer.clone().text()).toBe(200);
    return OrganisationSchema.parse(await answer.json());
  };
  const nekad = async (method: string, path: string, body: object) =>
    felOf(await ulla.send(method, `/api/admin/${path}`, body));
  const akter = async (akt: string) =>
    (await bed.services.db.selectFrom('akt').selectAll().execute()).filter((rad) => rad.akt === akt);

  const UPPDRAG = {
    personId: 'sofia-berg',
    roll: 'ledamot',
    organTyp: 'namnd',
    organId: 'kulturnamnden',
    fran: '2030-01-01',
    till: null,
  };
  const { till: _, ...NYCKEL } = UPPDRAG;
  const FIL = { innehall: Buffer.from('Namn\n').toString('base64') };
  const ROUTES: readonly [string, string, object?][] = [
    ['GET', 'organisation'],
    ['POST', 'namnder', { namn: 'Ny' }],
    ['PATCH', 'namnder/kulturnamnden', { namn: 'Ny' }],
    ['PUT', 'namnder/kulturnamnden/installningar', STANDARDINSTALLNINGAR],
    ['POST', 'namnder/kulturnamnden/forvaltningar', { namn: 'Ny' }],
    ['PATCH', 'forvaltningar/kulturforvaltningen', { namn: 'Ny' }],
    ['POST', 'forvaltningar/kulturforvaltningen/avdelningar', { namn: 'Ny' }],
    ['PATCH', 'avdelningar/en', { namn: 'Ny' }],
    ['POST', 'namnder/kulturnamnden/partigrupper', { partiId: 'bjorkvikspartiet' }],
    ['PATCH', 'partigrupper/bjorkvikspartiet', { namn: 'Ny' }],
    ['POST', 'partier', { namn: 'Ny', forkortning: 'N' }],
    ['PATCH', 'partier/bjorkvikspartiet', { namn: 'Ny', forkortning: 'N' }],
    ['GET', 'uppdrag?organTyp=namnd&organId=kulturnamnden'],
    ['POST', 'uppdrag', UPPDRAG],
    ['PATCH', 'uppdrag', UPPDRAG],
    ['POST', 'uppdrag/avsluta', NYCKEL],
    ['GET', 'uppdrag/personer?sok=an'],
    ['POST', 'forteckning/granska', FIL],
    ['POST', 'forteckning', FIL],
  ];

  it('[O1] every route there is under /api/admin/ is tried here', async () => {
    const beskrivning = (await (await bed.browser().get('/api/openapi.json')).json()) as { paths: object };
    const mine =
      /^\/api\/admin\/(organisation|namnder|forvaltningar|avdelningar|partigrupper|partier|uppdrag|forteckning)/;
    const finns = Object.entries(beskrivning.paths).flatMap(([path, methods]) =>
      mine.test(path) ? Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`) : [],
    );
    expect(finns).toHaveLength(ROUTES.length);
  });

  it('[O1] to anybody but an administrator none of it exists, and to nobody logged in nothing is said', async () => {
    for (const person of ['per-ostberg', 'maja-nilsson', 'asa-wikander', 'goran-ek']) {
      const browser = await bed.login(person);
      const none = await felOf(await browser.get('/api/admin/finns-inte-alls'));
      expect(none).toMatchObject({ status: 404, fel: 'finnsInte' });
      for (const [method, path, body] of ROUTES) {
        const answer = await browser.send(method, `/api/admin/${path}`, body);
        expect(await felOf(answer), `${person} ${method} ${path}`).toEqual(none);
      }
    }
    for (const [method, path, body] of ROUTES) {
      expect((await bed.browser().send(method, `/api/admin/${path}`, body)).status).toBe(401);
    }
    const given = await bed.services.db.selectFrom('uppdrag').select('fran').where('fran', '=', '2030-01-01').execute();
    expect(given).toEqual([]);
    for (const akt of ['organSkapat', 'organAndrat', 'uppdragGivet']) expect(await akter(akt)).toEqual([]);
  });

  it('[O1] a field that is not named is refused, and changes nothing', async () => {
    const organisation = async () => (await ulla.get('/api/admin/organisation')).text();
    const before = await organisation();
    for (const [method, path, body] of ROUTES) {
      if (body === undefined) continue;
      for (const extra of [{ id: 'eget' }, { administrator: true }, { namnd_id: 'x' }]) {
        const answer = await felOf(await ulla.send(method, `/api/admin/${path}`, { ...body, ...extra }));
        expect(answer, `${method} ${path}`).toMatchObject({ status: 400, fel: 'ogiltig' });
      }
    }
    expect(await organisation()).toBe(before);
  });

  it('[O2] a nämnd with förvaltning, avdelning and partigrupp is made and renamed', async () => {
    let nu = await satt('POST', 'namnder', { namn: ' Tekniska   nämnden ' });
    const namnd = nu.namnder.find(({ namn }) => namn === 'Tekniska nämnden')?.id ?? '';
    nu = await satt('POST', `namnder/${namnd}/forvaltningar`, { namn: 'Tekniska kontoret' });
    const forvaltning = nu.namnder.find(({ id }) => id === namnd)?.forvaltningar[0]?.id ?? '';
    nu = await satt('POST', `forvaltningar/${forvaltning}/avdelningar`, { namn: 'Gator' });
    const avdelning = nu.namnder.find(({ id }) => id === namnd)?.forvaltningar[0]?.avdelningar[0]?.id ?? '';
    nu = await satt('POST', 'partier', { namn: 'Åpartiet', forkortning: 'ÅP' });
    const parti = nu.partier.find(({ forkortning }) => forkortning === 'ÅP')?.id ?? '';
    nu = await satt('POST', `namnder/${namnd}/partigrupper`, { partiId: parti });
    const grupp = nu.namnder.find(({ id }) => id === namnd)?.partigrupper[0];
    expect(grupp).toMatchObject({ namn: 'Åpartiet', partiId: parti });

    await satt('PATCH', `namnder/${namnd}`, { namn: 'Teknik- och gatunämnden' });
    await satt('PATCH', `forvaltningar/${forvaltning}`, { namn: 'Teknik- och gatukontoret' });
    await satt('PATCH', `avdelningar/${avdelning}`, { namn: 'Gator och torg' });
    await satt('PATCH', `partigrupper/${grupp?.id}`, { namn: 'Åpartiets grupp' });
    nu = await satt('PATCH', `partier/${parti}`, { namn: 'Åpartiet', forkortning: 'ÅPA' });
    expect(nu.namnder.find(({ id }) => id === namnd)).toEqual({
      id: namnd,
      namn: 'Teknik- och gatunämnden',
      installningar: STANDARDINSTALLNINGAR,
      forvaltningar: [
        {
          id: forvaltning,
          namn: 'Teknik- och gatukontoret',
          avdelningar: [{ id: avdelning, namn: 'Gator och torg' }],
        },
      ],
      partigrupper: [{ id: grupp?.id, namn: 'Åpartiets grupp', partiId: parti }],
    });
    expect(nu.partier.at(-1)).toEqual({ id: parti, namn: 'Åpartiet', forkortning: 'ÅPA' });
  });

  it('[O2] a name or förkortning in use is refused with who has it, and what is not there is said to be so', async () => {
    const krock = async (method: string, path: string, body: object) => {
      const svar = await nekad(method, path, body);
      expect(svar).toMatchObject({ status: 409, fel: 'finnsRedan' });
      return String(svar.meddelande);
    };
    expect(await krock('POST', 'namnder', { namn: 'kulturNÄMNDEN' })).toContain('Kulturnämnden finns redan');
    expect(await krock('POST', 'partier', { namn: 'Nytt', forkortning: 'bp' })).toContain('Björkvikspartiet (BP)');
    expect(await krock('POST', 'partier', { namn: 'LL', forkortning: 'NY' })).toContain('Landsbygdslistan (LL)');
    const grupp = { partiId: 'bjorkvikspartiet' };
    expect(await krock('POST', 'namnder/kulturnamnden/partigrupper', grupp)).toContain('har redan en partigrupp');
    const forvaltning = { namn: 'Kulturförvaltningen' };
    expect(await krock('POST', 'namnder/kulturnamnden/forvaltningar', forvaltning)).toContain('finns redan');
    for (const [method, path, body] of [
      ['PATCH', 'namnder/borta', { namn: 'X' }],
      ['POST', 'namnder/borta/forvaltningar', { namn: 'X' }],
      ['POST', 'forvaltningar/borta/avdelningar', { namn: 'X' }],
      ['PATCH', 'partigrupper/..%2F', { namn: 'X' }],
      ['POST', 'namnder/kulturnamnden/partigrupper', { partiId: 'borta' }],
    ] as const) {
      expect(await nekad(method, path, body)).toMatchObject({ status: 404, fel: 'finnsInte' });
    }
    for (const namn of ['', '  ', '123', 'A\u202eB', 'x'.repeat(121)]) {
      expect(await nekad('POST', 'namnder', { namn }), namn).toMatchObject({ status: 400 });
    }
  });

  it('[O5] settings are checked, stored and shown; a kind that is switched off is neither offered nor made', async () => {
    const path = 'namnder/kulturnamnden/installningar';
    const olle = await bed.login('olle-hedman');
    const skapa = () =>
      olle.send('POST', '/api/arenden/konstrunda/handlingar', {
        typ: 'ersattaryttrande',
        mall: 'ersattaryttrande',
        titel: 'Yttrande',
        agare: { typ: 'partigrupp', id: 'landsbygdslistan' },
      });
    const slag = async () =>
      ((await (await olle.get('/api/arenden/konstrunda')).json()) as { handlingsslag: string[] }).handlingsslag;
    expect(await slag()).toContain('ersattaryttrande');
    expect((await skapa()).status).toBe(201);
    for (const dnrPrefix of ['kun', 'K', 'KULTU', 'K1']) {
      expect(await nekad('PUT', path, { ...STANDARDINSTALLNINGAR, dnrPrefix })).toMatchObject({ status: 400 });
    }
    const nya = {
      paragrafnumrering: 'sammantrade',
      ersattaryttrande: false,
      sarskiltUttalande: true,
      protokollsanteckning: false,
      inlamnatSynsFor: 'alla',
      dnrPrefix: 'KUN',
      avstangdaMallar: [],
    };
    const nu = await satt('PUT', path, nya);
    expect(nu.namnder.find(({ id }) => id === 'kulturnamnden')?.installningar).toEqual(nya);
    expect(await slag()).not.toContain('ersattaryttrande');
    expect(await slag()).not.toContain('protokollsanteckning');
    const refused = await felOf(await skapa());
    expect(refused).toMatchObject({ status: 400, fel: 'ogiltig' });
    expect(refused.meddelande).toContain('Kulturnämnden har inte den sortens handling');
    await satt('PUT', path, { ...nya, ersattaryttrande: true });
    expect((await skapa()).status).toBe(201);
  });

  it('[O15] the last mall of a kind that the nämnd has is not switched off, and no mall that is not there', async () => {
    const path = 'namnder/kulturnamnden/installningar';
    const avstangdaMallar = ['tjansteutlatande-svar', 'tjansteutlatande-aldre', 'tjansteutlatande-konsekvens'];
    const refused = await nekad('PUT', path, { ...STANDARDINSTALLNINGAR, avstangdaMallar });
    expect(refused).toMatchObject({ status: 400, fel: 'ogiltig' });
    expect(refused.meddelande).toContain('behöver minst en mall');
    const okand = await nekad('PUT', path, { ...STANDARDINSTALLNINGAR, avstangdaMallar: ['finns-inte'] });
    expect(okand).toMatchObject({ status: 400, meddelande: expect.stringContaining('Mallen finns inte') });
  });

  it('[O16] a mall that is switched off is neither offered nor made, and a handling that has it goes on', async () => {
    const anna = await bed.login('anna-lindqvist');
    const skapa = (mall: string) =>
      anna.send('POST', '/api/arenden/konstrunda/handlingar', {
        ...{ typ: 'tjansteutlatande', mall, titel: 'Utlåtande' },
        agare: { typ: 'forvaltning', id: 'kulturforvaltningen' },
      });
    const made = HandlingSchema.parse(await (await skapa('tjansteutlatande-aldre')).json());
    const avstangdaMallar = ['tjansteutlatande-svar', 'tjansteutlatande-aldre'];
    const nu = await satt('PUT', 'namnder/kulturnamnden/installningar', { ...STANDARDINSTALLNINGAR, avstangdaMallar });
    expect(nu.namnder.find(({ id }) => id === 'kulturnamnden')?.installningar).toMatchObject({ avstangdaMallar });
    const arende = ArendeMedHandlingarSchema.parse(await (await anna.get('/api/arenden/konstrunda')).json());
    expect(arende.mallar).toContain('tjansteutlatande-konsekvens');
    for (const mall of avstangdaMallar) expect(arende.mallar).not.toContain(mall);
    expect(arende.handlingsslag).toContain('tjansteutlatande');

    expect(await felOf(await skapa('tjansteutlatande-svar'))).toMatchObject({
      ...{ status: 400, fel: 'ogiltig' },
      meddelande: 'Kulturnämnden använder inte mallen «Svar på remiss». Välj en annan mall.',
    });
    expect((await skapa('tjansteutlatande-konsekvens')).status).toBe(201);
    const renamed = await anna.send('PATCH', `/api/handlingar/${made.id}`, { titel: 'Fortfarande' });
    expect(HandlingSchema.parse(await renamed.json())).toMatchObject({
      ...{ mall: 'tjansteutlatande-aldre', titel: 'Fortfarande', ratt: 'skriva' },
    });
    await satt('PUT', 'namnder/kulturnamnden/installningar', STANDARDINSTALLNINGAR);
    expect((await skapa('tjansteutlatande-svar')).status).toBe(201);
  });

  it('[O10] each of these acts is in the log with who did it, and one that was refused is not', async () => {
    const [made, changed, settings] = [
      await akter('organSkapat'),
      await akter('organAndrat'),
      await akter('installningAndrad'),
    ];
    expect(made.map((rad) => JSON.parse(rad.detalj).typ)).toEqual([
      'namnd',
      'forvaltning',
      'avdelning',
      'parti',
      'partigrupp',
    ]);
    expect(changed).toHaveLength(5);
    expect(settings.map((rad) => rad.namnd_id)).toEqual(Array(4).fill('kulturnamnden'));
    expect(settings.map((rad) => JSON.parse(rad.detalj).avstangdaMallar)).toContain(
      'tjansteutlatande-svar tjansteutlatande-aldre',
    );
    for (const rad of [...made, ...changed, ...settings]) expect(rad.person_id).toBe('ulla-berglund');
  });
});
