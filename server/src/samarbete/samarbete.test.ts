import {
  AktlistaSchema,
  HandelseSchema,
  HandlingSchema,
  InbjudanSchema,
  SamarbeteSchema,
  SoksvarSchema,
  TillgangSchema,
} from '@samskrift/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppBed, felOf, openAppBed } from '../http/testbed.ts';

const OLLES = 'bokbuss-reservation';
const PATH = `/api/handlingar/${OLLES}`;
const [EGEN, BP, KP] = ['landsbygdslistan', 'bjorkvikspartiet', 'kustpartiet'];

/** Rules Y: a text that several groups write. Olle is of Landsbygdslistan, which Åsa leads; Stina leads Björkvikspartiet, Vera Kustpartiet. */
describe('joint texts', () => {
  let bed: AppBed;
  beforeEach(async () => {
    bed = await openAppBed();
  });
  afterEach(() => bed.close());

  const send = async (person: string, method: string, path: string, body?: unknown) =>
    (await bed.login(person)).send(method, path, body);
  const foresla = (person: string, ...grupper: string[]) => send(person, 'POST', `${PATH}/samarbete`, { grupper });
  const svara = async (person: string, svar: 'ja' | 'nej') =>
    (await send(person, 'PUT', `${PATH}/samarbete/svar`, { svar })).status;
  const samarbete = async (person: string) =>
    SamarbeteSchema.parse(await (await send(person, 'GET', `${PATH}/samarbete`)).json());
  const inbjudningar = async (person: string) =>
    InbjudanSchema.array().parse(await (await send(person, 'GET', '/api/inbjudningar')).json());
  const gemensamt = async () => {
    expect((await foresla('olle-hedman', BP, KP)).status).toBe(200);
    for (const ledare of ['asa-wikander', 'stina-falk', 'vera-holm']) expect(await svara(ledare, 'ja')).toBe(204);
  };
  /** What an outsider is told of the handling, in all the ways there are to ask. */
  const told = async (person: string, id: string) => {
    const ways: [string, string, object?][] = [
      ['GET', ''],
      ['PATCH', '', { titel: 'Ny titel' }],
      ['GET', '/delningar'],
      ['GET', '/tillgang'],
      ['GET', '/samarbete'],
      ['POST', '/samarbete', { grupper: [BP] }],
      ['DELETE', '/samarbete'],
      ['DELETE', `/samarbete/${BP}`],
      ['GET', '/slaktskap'],
      ['GET', '/ursprungstext'],
      ['GET', '/mottagare'],
    ];
    const answers = [];
    for (const [method, path, body] of ways) {
      const answer = await send(person, method, `/api/handlingar/${id}${path}`, body);
      answers.push({ ...(await felOf(answer)), headers: [...answer.headers.keys()] });
    }
    return answers;
  };
  const somInget = async (person: string) =>
    expect(await told(person, OLLES), person).toEqual(await told(person, 'finns-inte'));

  it('[SA1] the nämnd’s other groups can be asked, whatever they write; no other group, and each the same no', async () => {
    expect((await samarbete('olle-hedman')).mojliga.map(({ namn }) => namn)).toEqual([
      'Björkvikspartiet',
      'Kustpartiet',
    ]);
    for (const grupp of [EGEN, 'landsbygdslistan-fritid', 'finns-inte'])
      expect(await felOf(await foresla('olle-hedman', BP, grupp))).toEqual({
        status: 400,
        fel: 'ogiltig',
        meddelande: 'Välj bland nämndens andra grupper.',
      });
    expect(await samarbete('olle-hedman')).toMatchObject({ lage: 'inget', farForesla: true });
    expect((await foresla('olle-hedman', BP)).status).toBe(200);
    expect(await felOf(await foresla('olle-hedman', KP))).toMatchObject({ status: 409, fel: 'finnsRedan' });
  });

  it('[SA1] only those who write by their own uppdrag propose, and only what a group owns', async () => {
    await send('olle-hedman', 'PUT', `${PATH}/delningar/goran-ek`, { ratt: 'skriva' });
    expect(await felOf(await foresla('goran-ek', BP))).toMatchObject({ status: 403, fel: 'ejTillaten' });
    const oppen = '/api/handlingar/biblioteksplan-utlatande/samarbete';
    expect(await felOf(await send('anna-lindqvist', 'POST', oppen, { grupper: [BP] }))).toMatchObject({ status: 403 });
    expect(await (await send('anna-lindqvist', 'GET', oppen)).json()).toMatchObject({ mojliga: [], farForesla: false });
  });

  it('[SA2] until all have said yes the handling does not exist for an invited group, but for what its gruppledare is asked', async () => {
    expect((await foresla('olle-hedman', BP, KP)).status).toBe(200);
    const [asked, ...more] = await inbjudningar('stina-falk');
    expect(more).toEqual([]);
    expect(asked).toMatchObject({
      handlingId: OLLES,
      grupp: { id: BP, namn: 'Björkvikspartiet' },
      fran: { id: EGEN, namn: 'Landsbygdslistan' },
      med: 'Kustpartiet och Landsbygdslistan',
      av: 'Olle Hedman',
      typ: 'reservation',
      arende: { dnr: 'KUN 2026/114' },
    });
    expect(JSON.stringify(asked)).not.toMatch(/bokbuss(?!-reservation)/i);
    for (const other of ['goran-ek', 'sofia-berg', 'olle-hedman', 'maja-nilsson', 'ulla-berglund', 'nils-akerman'])
      expect(await inbjudningar(other), other).toEqual([]);
    for (const yes of ['stina-falk', 'asa-wikander']) {
      for (const invited of ['stina-falk', 'goran-ek', 'vera-holm']) await somInget(invited);
      expect(await svara(yes, 'ja')).toBe(204);
    }
    for (const invited of ['stina-falk', 'goran-ek', 'vera-holm']) await somInget(invited);
    const lista = await (await send('goran-ek', 'GET', '/api/arenden/biblioteksplan')).text();
    expect(lista).not.toContain('okbuss');
    expect(await svara('vera-holm', 'ja')).toBe(204);
    expect((await send('goran-ek', 'GET', PATH)).status).toBe(200);
  });

  it('[SA3] a gruppledare answers for the own group, once; nobody else answers, and who is not asked finds nothing', async () => {
    await foresla('olle-hedman', BP);
    expect(await svara('olle-hedman', 'ja')).toBe(403);
    for (const outsider of ['goran-ek', 'vera-holm', 'maja-nilsson', 'ulla-berglund'])
      expect(await svara(outsider, 'ja'), outsider).toBe(404);
    expect(await svara('stina-falk', 'ja')).toBe(204);
    expect(await svara('stina-falk', 'nej')).toBe(404);
    expect(await samarbete('olle-hedman')).toMatchObject({
      lage: 'foreslaget',
      grupper: [
        { namn: 'Landsbygdslistan', svar: null, gruppledare: 'Åsa Wikander (LL)', farSvara: false },
        { namn: 'Björkvikspartiet', svar: 'ja', svaradAv: 'Stina Falk' },
      ],
    });
    expect((await samarbete('asa-wikander')).grupper[0]).toMatchObject({ farSvara: true });
  });

  it('[SA3] a gruppledare who proposes has said yes; one no ends it for everybody asked, and it can be proposed again', async () => {
    await foresla('asa-wikander', BP, KP);
    expect((await samarbete('olle-hedman')).grupper[0]).toMatchObject({ svar: 'ja', svaradAv: 'Åsa Wikander' });
    expect(await svara('vera-holm', 'nej')).toBe(204);
    expect(await inbjudningar('stina-falk')).toEqual([]);
    expect(await svara('stina-falk', 'ja')).toBe(404);
    expect(await samarbete('olle-hedman')).toMatchObject({ lage: 'avbojt', farForesla: true });
    for (const invited of ['stina-falk', 'vera-holm']) await somInget(invited);
    expect((await foresla('asa-wikander', BP)).status).toBe(200);
    expect(await inbjudningar('stina-falk')).toHaveLength(1);
    expect((await send('olle-hedman', 'DELETE', `${PATH}/samarbete`)).status).toBe(204);
    expect(await inbjudningar('stina-falk')).toEqual([]);
  });

  it('[SA4] agreed, all members of all groups write it, and everybody is told with whom; others find nothing', async () => {
    await gemensamt();
    for (const member of ['olle-hedman', 'goran-ek', 'sofia-berg', 'vera-holm', 'henrik-dahl']) {
      const seen = HandlingSchema.parse(await (await send(member, 'GET', PATH)).json());
      expect(seen.ratt, member).toBe('skriva');
      expect(seen.medgrupper.map(({ namn }) => namn)).toEqual(['Björkvikspartiet', 'Kustpartiet']);
      const { lista } = (await (await send(member, 'GET', '/api/arenden/biblioteksplan')).json()) as {
        lista: { id: string; medgrupper: object[] }[];
      };
      expect(lista.find(({ id }) => id === OLLES)?.medgrupper).toHaveLength(2);
      const sok = SoksvarSchema.parse(await (await send(member, 'GET', '/api/sok?q=bokbussen')).json());
      expect(sok.traffar.some(({ handling }) => handling?.id === OLLES)).toBe(true);
    }
    for (const outsider of ['maja-nilsson', 'anna-lindqvist', 'ulla-berglund', 'nils-akerman'])
      await somInget(outsider);
    expect((await send('goran-ek', 'PATCH', PATH, { titel: 'Vår gemensamma bokbuss' })).status).toBe(200);
    expect((await samarbete('goran-ek')).lage).toBe('gemensamt');
    // What one who leaves has given would stay.
    const share = await send('goran-ek', 'PUT', `${PATH}/delningar/maja-nilsson`, { ratt: 'lasa' });
    expect(await felOf(share)).toMatchObject({ status: 403, fel: 'ejTillaten' });
    const named = TillgangSchema.array().parse(await (await send('vera-holm', 'GET', `${PATH}/tillgang`)).json());
    expect(named.find(({ namn }) => namn === 'Vera Holm')?.skal).toEqual([
      { kalla: 'medgrupp', roll: 'gruppledare', organ: 'Kustpartiet', till: null },
    ]);
    expect(named.map(({ namn }) => namn)).toEqual([
      ...[
        'Göran Ek',
        'Henrik Dahl',
        'Lina Moberg',
        'Olle Hedman',
        'Sofia Berg',
        'Stina Falk',
        'Vera Holm',
        'Åsa Wikander',
      ],
    ]);
  });

  it('[SA4] another party’s kansli has what its group has, and an uppdrag that ends takes it away', async () => {
    const kansli = { roll: 'politisk_sekreterare', organTyp: 'partikansli', organId: BP, fran: '2026-01-01' };
    const uppdrag = { personId: 'karim-haddad', ...kansli };
    await send('ulla-berglund', 'POST', '/api/admin/uppdrag', { ...uppdrag, till: null });
    expect((await send('stina-falk', 'POST', '/api/partigrupper/svar', { ...uppdrag, svar: 'ja' })).status).toBe(200);
    await somInget('karim-haddad');
    await gemensamt();
    expect(await (await send('karim-haddad', 'GET', PATH)).json()).toMatchObject({ ratt: 'skriva' });
    await send('ulla-berglund', 'POST', '/api/admin/uppdrag/avsluta', uppdrag);
    await somInget('karim-haddad');
  });

  it('[SA5] a group that leaves or is taken out loses it and the rest keep it; ended, it is the owner’s alone', async () => {
    await gemensamt();
    for (const [person, grupp] of [
      ['goran-ek', BP],
      ['vera-holm', BP],
      ['olle-hedman', BP],
      ['asa-wikander', EGEN],
      ['asa-wikander', 'finns-inte'],
    ] as const)
      expect(await felOf(await send(person, 'DELETE', `${PATH}/samarbete/${grupp}`)), person).toMatchObject({
        status: 403,
      });
    expect((await send('stina-falk', 'DELETE', `${PATH}/samarbete/${BP}`)).status).toBe(204);
    for (const gone of ['stina-falk', 'goran-ek']) await somInget(gone);
    expect(await (await send('vera-holm', 'GET', PATH)).json()).toMatchObject({ medgrupper: [{ id: KP }] });
    expect((await send('asa-wikander', 'DELETE', `${PATH}/samarbete/${KP}`)).status).toBe(204);
    await somInget('vera-holm');
    expect(await samarbete('olle-hedman')).toMatchObject({ lage: 'inget', grupper: [], farForesla: true });

    await gemensamt();
    for (const member of ['goran-ek', 'olle-hedman', 'stina-falk'])
      expect((await send(member, 'DELETE', `${PATH}/samarbete`)).status, member).toBe(403);
    expect((await send('asa-wikander', 'DELETE', `${PATH}/samarbete`)).status).toBe(204);
    for (const gone of ['stina-falk', 'goran-ek', 'vera-holm']) await somInget(gone);
  });

  it('[SA3] more groups are asked while those who write it go on; all answer, and a no or a leave takes only the question back', async () => {
    await foresla('olle-hedman', BP);
    for (const ledare of ['asa-wikander', 'stina-falk']) await svara(ledare, 'ja');
    expect((await samarbete('olle-hedman')).mojliga.map(({ id }) => id)).toEqual([KP]);
    expect((await foresla('goran-ek', KP)).status).toBe(403);
    const fraga = async () => {
      expect((await foresla('asa-wikander', KP)).status).toBe(200);
      expect(await samarbete('goran-ek')).toMatchObject({ lage: 'utokas' });
      expect(await inbjudningar('stina-falk')).toMatchObject([{ nya: 'Kustpartiet', av: 'Åsa Wikander' }]);
      expect(await inbjudningar('vera-holm')).toMatchObject([
        { nya: null, med: 'Björkvikspartiet och Landsbygdslistan' },
      ]);
      expect((await send('goran-ek', 'PATCH', PATH, { titel: 'Vi skriver vidare' })).status).toBe(200);
      await somInget('vera-holm');
    };
    await fraga();
    expect(await svara('vera-holm', 'nej')).toBe(204);
    expect(await samarbete('goran-ek')).toMatchObject({ lage: 'gemensamt', grupper: [{}, { id: BP, svar: 'ja' }] });
    await fraga();
    expect((await send('olle-hedman', 'DELETE', `${PATH}/samarbete`)).status).toBe(204);
    expect(await samarbete('goran-ek')).toMatchObject({ lage: 'gemensamt', grupper: [{}, { id: BP }] });
    await fraga();
    expect(await svara('vera-holm', 'ja')).toBe(204);
    await somInget('vera-holm');
    expect((await send('stina-falk', 'DELETE', `${PATH}/samarbete/${BP}`)).status).toBe(204);
    for (const gone of ['vera-holm', 'goran-ek']) await somInget(gone);
    expect(await inbjudningar('vera-holm')).toEqual([]);
    expect(await samarbete('olle-hedman')).toMatchObject({ lage: 'inget' });

    await foresla('asa-wikander', BP);
    await svara('stina-falk', 'ja');
    await fraga();
    for (const ledare of ['vera-holm', 'stina-falk']) expect(await svara(ledare, 'ja')).toBe(204);
    expect(await (await send('vera-holm', 'GET', PATH)).json()).toMatchObject({ medgrupper: [{ id: BP }, { id: KP }] });
  });

  it('[SA2] who has only been shown the text is not told whom its groups ask', async () => {
    await send('olle-hedman', 'PUT', `${PATH}/delningar/maja-nilsson`, { ratt: 'lasa' });
    await foresla('olle-hedman', BP);
    expect(await samarbete('maja-nilsson')).toMatchObject({ lage: 'inget', grupper: [], mojliga: [] });
    for (const ledare of ['asa-wikander', 'stina-falk']) await svara(ledare, 'ja');
    expect(await samarbete('maja-nilsson')).toMatchObject({ lage: 'gemensamt', grupper: [{}, { id: BP }] });
  });

  it('[SA6] the acts of a joint text are told to its groups, in the log and the timeline, and to nobody else', async () => {
    await foresla('olle-hedman', BP);
    await svara('stina-falk', 'ja');
    const acts = async (person: string) =>
      AktlistaSchema.parse(await (await send(person, 'GET', '/api/akter')).json()).akter.filter(
        ({ akt, handling }) => handling?.id === OLLES || akt.startsWith('samarbete'),
      );
    expect(await acts('stina-falk')).toEqual([]);
    await svara('asa-wikander', 'ja');
    await send('goran-ek', 'PATCH', PATH, { titel: 'Vår gemensamma bokbuss' });
    const timeline = async (person: string) =>
      (await send(person, 'GET', '/api/arenden/biblioteksplan/tidslinje')).text();
    const told = [
      { akt: 'titelAndrad', person: 'Göran Ek' },
      { akt: 'samarbeteSvarat', person: 'Åsa Wikander', detalj: { grupp: 'Landsbygdslistan', svar: 'ja' } },
      { akt: 'samarbeteSvarat', person: 'Stina Falk', detalj: { grupp: 'Björkvikspartiet', svar: 'ja' } },
      { akt: 'samarbeteForeslaget', person: 'Olle Hedman', detalj: { med: 'Björkvikspartiet' } },
    ];
    expect(await acts('olle-hedman')).toMatchObject(told);
    // From when it became theirs: how the others came to ask is not told.
    expect((await acts('sofia-berg')).map(({ akt }) => akt)).toEqual(['titelAndrad', 'samarbeteSvarat']);
    expect(await timeline('sofia-berg')).not.toContain('Lina Moberg');
    const last = HandelseSchema.array()
      .parse(JSON.parse(await timeline('sofia-berg')))
      .at(-1);
    expect(last).toMatchObject({ akt: 'titelAndrad', handling: { id: OLLES } });
    for (const outsider of ['vera-holm', 'maja-nilsson', 'ulla-berglund']) {
      expect(await acts(outsider), outsider).toEqual([]);
      expect(await timeline(outsider), outsider).not.toMatch(/bokbuss/i);
    }
    await send('stina-falk', 'DELETE', `${PATH}/samarbete/${BP}`);
    for (const gone of ['stina-falk', 'sofia-berg']) expect(await acts(gone), gone).toEqual([]);
    expect((await acts('olle-hedman'))[0]).toMatchObject({ akt: 'samarbeteLamnat', person: 'Stina Falk' });
  });
});
