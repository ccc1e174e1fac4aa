import { describe, expect, test } from 'vitest';
import { childrenOf, lopandeText, type TextNod } from '../text/json.ts';
import { kontrollera } from '../text/kontroll.ts';
import { ordfoljd } from '../text/ord.ts';
import type { Andring, Importforslag } from './forslag.ts';
import { importera } from './importera.ts';
import { seed } from './seeds.test-support.ts';

const seeds = { '000': seed('000'), '001': seed('001'), '004': seed('004') };
const saknas = Object.values(seeds).some((text) => text === null);
if (saknas) console.error('The real documents (../shared/seeds) are not here: their tests are skipped.');

const avsnitten = (forslag: Importforslag): readonly (readonly [unknown, string])[] =>
  childrenOf(forslag.text).map((del) => [del.attrs?.typ, childrenOf(del).slice(0, 1).map(lopandeText).join()]);

/** The words of the original as the listed changes leave them: what was dropped taken out, divided words joined. */
function vantadeOrd(original: string, andringar: readonly Andring[]): readonly string[] {
  const rader = original.split('\n');
  for (const { typ, rad } of andringar) if (typ === 'sidhuvud') rader[rad - 1] = '';
  let text = rader.join('\n').replace(/\((KS 2023\/1267)\)/, '$1');
  for (const { typ, fore, efter } of andringar) {
    if (typ !== 'avstavning' && typ !== 'bindestreck') continue;
    const [forst, sist] = fore.split('/');
    text = text.replace(new RegExp(`${forst}\\s+${sist}`, 'u'), efter);
  }
  return ordfoljd(text);
}

function resultatOrd({ metadata, text }: Importforslag): readonly string[] {
  const { paragraf, titel, dnr, arendetyp } = metadata;
  return ordfoljd([paragraf, titel, dnr, arendetyp].filter((del) => del !== null).join(' ')).concat(ordfoljd(text));
}

describe.skipIf(saknas)('the real documents', () => {
  const [a, b, c] = [seeds['000'] ?? '', seeds['001'] ?? '', seeds['004'] ?? ''];

  test('[I1] 001: no word is lost, doubled or changed', () => {
    const forslag = importera(b);
    expect(resultatOrd(forslag)).toEqual(vantadeOrd(b, forslag.andringar));
    expect(forslag.andringar.filter(({ typ }) => typ === 'sidhuvud')).toEqual([]);
    expect(forslag.andringar.filter(({ typ }) => typ === 'avstavning')).toEqual([
      { typ: 'avstavning', rad: 108, fore: 'olycks-/förebyggande', efter: 'olycksförebyggande' },
    ]);
  });

  test('[I1] 004: no word is lost, doubled or changed, though every line stands alone', () => {
    const forslag = importera(c);
    expect(resultatOrd(forslag)).toEqual(ordfoljd(c));
    expect(resultatOrd(forslag)).toContain('trygghets-');
    const langst = Math.max(
      ...childrenOf(forslag.text)
        .flatMap(childrenOf)
        .map((nod) => lopandeText(nod).length),
    );
    expect(langst).toBeGreaterThan(400);
  });

  test('[I2] 001: the avsnitt of its model, the mall, title, diarienummer and kind', () => {
    const forslag = importera(b);
    expect(avsnitten(forslag)).toEqual([
      ['forslag_till_beslut', 'Förvaltningens förslag till beslut'],
      ['sammanfattning', 'Sammanfattning'],
      ['arendet', 'Ärendet'],
      ['arendets_beredning', 'Ärendets beredning'],
      ['synpunkter', 'Kulturförvaltningens och Stockholms stadsarkivs synpunkter'],
    ]);
    expect(forslag).toMatchObject({
      handlingstyp: 'tjansteutlatande',
      mall: 'tjansteutlatande-svar',
      metadata: {
        titel: 'Stockholms stads säkerhetsprogram 2024-2027',
        dnr: 'KS 2023/1267',
        arendetyp: 'Svar på remiss från kommunstyrelsen',
        paragraf: null,
      },
    });
    expect(JSON.stringify(forslag.text)).toContain('"beslutslista"');
  });

  test('[I2] 004: the avsnitt of its model, with a list of five', () => {
    const forslag = importera(c);
    expect(avsnitten(forslag)).toEqual([
      ['sammanfattning', 'Sammanfattning'],
      ['bakgrund', 'Bakgrund'],
      ['arendet', 'Ärendet'],
      ['arendets_beredning', 'Ärendets beredning'],
      ['synpunkter', 'Förvaltningens synpunkter och förslag'],
      ['maluppfyllelse', 'Måluppfyllelse'],
      ['konsekvenser_for_barn', 'Konsekvenser för barn'],
    ]);
    expect(forslag.mall).toBe('tjansteutlatande-konsekvens');
    const listor = childrenOf(forslag.text)
      .flatMap(childrenOf)
      .filter(({ type }) => type === 'bulletList');
    expect(listor.map((lista) => childrenOf(lista).map(lopandeText))).toEqual([
      [
        'Krisberedskap',
        'Civilt försvar',
        'Säkerhetsskydd och informationssäkerhet',
        'Förebygga olyckor',
        'Hot och våld mot anställda',
      ],
    ]);
  });

  test('[I3] 000: four reservationer, and that of M is one running text with its att-satser', () => {
    const forslag = importera(a);
    expect(avsnitten(forslag).map(([typ]) => typ)).toEqual([
      'beslut',
      'sammanfattning',
      'yrkanden',
      'beslutsgang',
      ...Array<string>(4).fill('reservation'),
      'handlingar',
      'signerat_av',
    ]);
    const [forsta] = childrenOf(forslag.text).filter((del) => del.attrs?.typ === 'reservation');
    const block = childrenOf(forsta as TextNod);
    expect(block.map(({ type }) => type)).toEqual([
      'avsnittsrubrik',
      'paragraph',
      'beslutslista',
      ...Array<string>(6).fill('paragraph'),
    ]);
    const texter = block.map(lopandeText);
    expect(texter[1]).toBe('Johan Nilsson m.fl. (M) reserverade sig mot beslutet till förmån för eget förslag.');
    expect(childrenOf(block[2] as TextNod).map(lopandeText)).toEqual([
      'Att delvis godkänna förvaltningens förslag till beslut.',
      'Att därutöver anföra.',
    ]);
    expect(texter[6]).toMatch(/^Säkerhetsprogrammet kan inte vara .* uppnå programmets intentioner\.$/);
    expect(texter[7]).toMatch(/^Då Stockholm har en stor andel .* fokusområden i programmet\.$/);
    expect(texter[8]).toMatch(/^Vi vill också betona .* kunskapsutbyte\.$/);
    expect(forslag.metadata).toEqual({
      titel: 'Stockholms stads säkerhetsprogram',
      dnr: 'HÄ 2023/695',
      arendetyp: 'Yttrande till kommunstyrelsen',
      paragraf: '§ 23',
    });
  });

  test('[I4] 000: the page header is left out and listed, and no other word is', () => {
    const forslag = importera(a);
    expect(forslag.andringar.filter(({ typ }) => typ === 'sidhuvud')).toEqual([
      { typ: 'sidhuvud', rad: 102, fore: 'Hägersten-Älvsjö stadsdelsnämnd', efter: '' },
      { typ: 'sidhuvud', rad: 107, fore: 'Protokoll nr 3/2024', efter: '' },
      { typ: 'sidhuvud', rad: 110, fore: '2024-02-22', efter: '' },
    ]);
    const utanNummer = (ord: readonly string[]): readonly string[] => ord.filter((del) => !/^\d\.?$/.test(del)).sort();
    expect(utanNummer(resultatOrd(forslag))).toEqual(utanNummer(vantadeOrd(a, forslag.andringar)));
  });

  test('[I5] what the import proposes fits the schema', () => {
    for (const text of [a, b, c]) expect(kontrollera(importera(text).text)).toMatchObject({ ok: true });
  });
});
