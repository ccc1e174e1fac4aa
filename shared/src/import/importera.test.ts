import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { childrenOf, lopandeText } from '../text/json.ts';
import { kontrollera } from '../text/kontroll.ts';
import { ordfoljd } from '../text/ord.ts';
import { plainFromJson } from '../text/plain.ts';
import { importera } from './importera.ts';

/** The body of a text under one rubrik, as blocks. */
const block = (brod: string) =>
  childrenOf(importera(`Sammanfattning\n${brod}`).text)
    .flatMap(childrenOf)
    .slice(1)
    .map(
      (nod) =>
        `${nod.type}: ${childrenOf(nod).length > 1 && nod.type !== 'paragraph' ? childrenOf(nod).map(lopandeText).join(' / ') : lopandeText(nod)}`,
    );
const andringar = (text: string, typ: string) => importera(text).andringar.filter((andring) => andring.typ === typ);

test.each([
  ['stadens olycks-\nförebyggande arbete och det olycksförebyggande', 'olycksförebyggande arbete'],
  ['det stadsöver-\ngripande arbetet', 'stadsövergripande arbetet'],
  ['stadens trygghets-\noch säkerhetsarbete', 'trygghets- och säkerhetsarbete'],
  ['möte den 2012-06-\n07 om', '2012-06-07 om'],
  ['Hägersten-\nÄlvsjö', 'Hägersten-Älvsjö'],
  ['stadens IT-\nsäkerhet', 'IT-säkerhet'],
  ['en e-\ntjänst', 'e-tjänst'],
  ['en mjuk\u00ad\ndelning', 'mjukdelning'],
  ['mjuk\u00ad\noch hård', 'mjuk och hård'],
  ['säker-\nhets-\nprogrammet', 'säkerhetsprogrammet'],
  ['ett vice-\nordförandeskap och vice-ordförandeskap', 'ett vice-ordförandeskap och'],
])('[I8] a hyphen at the line end: %j', (brod, ord) => {
  expect(block(brod)).toEqual([expect.stringContaining(ord)]);
});

test('[I8] every joined and every kept hyphen is listed with its line', () => {
  expect(andringar('Sammanfattning\nett över-\ngripande mål', 'avstavning')).toEqual([
    { typ: 'avstavning', rad: 2, fore: 'över-/gripande', efter: 'övergripande' },
  ]);
  expect(andringar('Sammanfattning\nstadens IT-\nsäkerhet', 'bindestreck')).toHaveLength(1);
});

test.each([
  ['\uf0b7 ett\n\uf0b7 två', ['bulletList: ett / två']],
  ['•ett\n•\ntvå', ['bulletList: ett / två']],
  ['Mål:\n- ett\n- två', ['paragraph: Mål:', 'bulletList: ett / två']],
  ['1. ett\n2. två\n1. ånyo\n2. igen', ['orderedList: ett / två', 'orderedList: ånyo / igen']],
  ['3. tre\n4. fyra', ['orderedList: tre / fyra']],
  ['8. Fokusområde beredskap', ['paragraph: 8. Fokusområde beredskap']],
  ['perioden 2020\n- 2023 var lång', ['paragraph: perioden 2020 - 2023 var lång']],
  ['> citat\n> fortsatt\n>\n> nytt', ['blockquote: citat fortsatt / nytt']],
])('[I9] lists and quotes: %j', (brod, vantat) => {
  expect(block(brod)).toEqual(vantat);
});

test('[I9] a list keeps the number it begins with', () => {
  expect(plainFromJson(importera('Ärendet\n3. tre\n4. fyra').text)).toContain('3. tre\n4. fyra');
});

test('[I10] points of a decision become beslutssatser, numbered or not', () => {
  for (const satser of ['1. Nämnden godkänner.\n2. Ärendet justeras omedelbart.', 'Att godkänna.\n\nAtt anföra.']) {
    const text = `Förvaltningens förslag till beslut\n${satser}\n\nSammanfattning\nText.`;
    expect(childrenOf(importera(text).text)[0]?.content?.map(({ type }) => type)).toEqual([
      'avsnittsrubrik',
      'beslutslista',
    ]);
  }
});

test('[I11] a paragraph that a page cut in two is joined over its header and footer', () => {
  const lang = 'En rad som är mycket längre än den som sidan bröt visar hur bred spalten är.';
  const sidbyte = 'Sida 3 (6)\n\fKulturnämnden\nProtokoll nr 3/2024\n2024-02-22\n';
  const text = `${lang}\n\nNämnden anser att\n${sidbyte}\nprogrammet är bra.`;
  expect(block(text)).toEqual([`paragraph: ${lang}`, 'paragraph: Nämnden anser att programmet är bra.']);
  expect(block(text.replace(sidbyte, ''))).toHaveLength(3);
  expect(andringar(text, 'sidhuvud').map(({ fore }) => fore)).toEqual([
    'Sida 3 (6)',
    'Kulturnämnden',
    'Protokoll nr 3/2024',
    '2024-02-22',
  ]);
});

test('[I11] a date or a nämnd that stands by itself is text, not a header', () => {
  const text = 'Sammanfattning\nBeslutet fattades\n\n2024-02-22\n\nKulturnämnden\n\nNästa.';
  expect(andringar(text, 'sidhuvud')).toEqual([]);
  expect(ordfoljd(importera(text).text)).toEqual(ordfoljd(text));
});

test.each([
  ['"Ett" och “två”, «tre»', '”Ett” och ”två”, ”tre”'],
  ['han sa "vi kallar det "trygghet" här" sist', 'han sa ”vi kallar det ’trygghet’ här” sist'],
  ["MSB's ´yttrande´", 'MSB’s ”yttrande”'],
  ['”redan ’rätt’ satt”', '”redan ’rätt’ satt”'],
  ['ett öppet "citat', 'ett öppet ”citat'],
])('[I12] quotation marks: %s', (fore, efter) => {
  expect(block(fore)).toEqual([`paragraph: ${efter}`]);
});

test('[I13] a word with a letter of another alphabet is pointed at and left as it is', () => {
  const forslag = importera('Sammanfattning\nNämndеn (µ, β, Путин) och Сtockholm.');
  expect(forslag.forvaxlingar).toEqual([
    { rad: 2, ord: 'Nämndеn', forslag: 'Nämnden' },
    { rad: 2, ord: 'Сtockholm', forslag: 'Ctockholm' },
  ]);
  expect(plainFromJson(forslag.text)).toContain('Nämndеn');
});

test('[I14] ligatures, letters in two parts and invisible characters are made plain, and listed', () => {
  const text = 'Sammanfattning\nO\ufb03ciell fra\u030a\u00adga\u200b.';
  expect(plainFromJson(importera(text).text)).toContain('Officiell fråga.');
  expect(andringar(text, 'teckenform')).toHaveLength(1);
});

test('[I14] what joins pictures to one is no invisible character, between letters it is', () => {
  const family = '👩‍👩‍👧‍👦 👩🏽‍💻 🏳️‍🌈';
  const text = `Sammanfattning\n${family} or\u200dd.`;
  expect(plainFromJson(importera(text).text)).toContain(`${family} ord.`);
});

test('[I15] a text without any known rubrik is kept whole in one avsnitt', () => {
  const forslag = importera('Hej!\n\nDetta är bara en text.');
  expect(forslag.metadata).toEqual({ titel: null, dnr: null, arendetyp: null, paragraf: null });
  expect(plainFromJson(forslag.text)).toBe('Hej!\n\nDetta är bara en text.\n');
});

test('[I15] what stands over the first avsnitt and is no title stays in the text', () => {
  const text = 'Kulturförvaltningen\nHandläggare: Eva Ek.\n\nSammanfattning\nText.';
  const { metadata, text: json } = importera(text);
  expect([metadata.titel, ...ordfoljd(json)].join(' ')).toBe(
    'Kulturförvaltningen Handläggare: Eva Ek. Sammanfattning Text.',
  );
});

test('[I16] «Förslag till beslut» is what the handling makes of it', () => {
  const protokoll = importera(
    '§ 3\nBeslut\nNämnden avslår.\n\nFörslag till beslut\nA föreslog avslag.\n\nBeslutsgång\nBifall.',
  );
  expect(childrenOf(protokoll.text).map((del) => del.attrs?.typ)).toEqual(['beslut', 'yrkanden', 'beslutsgang']);
  const utlatande = importera('Förslag till beslut\nNämnden avslår.\n\nÄrendet\nText.\n\nÄrendets beredning\nText.');
  expect(childrenOf(utlatande.text)[0]?.attrs?.typ).toBe('forslag_till_beslut');
});

test('[I17] any text at all gives a document of the schema, without a word lost or made up', () => {
  const ord = fc.constantFrom(
    'Nämnden',
    'att',
    'över',
    'Ärendet',
    'Reservation',
    'Beslut',
    '”så”',
    '17',
    'KS 2023/1267',
    'x.',
  );
  const marke = fc.constantFrom('', '', '', '• ', '> ', '| ', '§ 3 ', '_____', '====', 'Att ');
  const rad = fc.tuple(marke, fc.array(ord, { maxLength: 6 })).map(([m, o]) => m + o.join(' '));
  fc.assert(
    fc.property(fc.array(rad, { maxLength: 25 }), fc.constantFrom('\n', '\n\n', '\r\n'), (rader, mellan) => {
      const text = rader.join(mellan);
      const forslag = importera(text);
      expect(kontrollera(forslag.text)).toMatchObject({ ok: true });
      const { metadata } = forslag;
      const meta = [metadata.paragraf, metadata.titel, metadata.dnr, metadata.arendetyp].filter((del) => del !== null);
      const utanNummer = (delar: readonly string[]) => delar.filter((del) => !/^\d+\.$/.test(del)).sort();
      expect(utanNummer([...ordfoljd(meta.join(' ')), ...ordfoljd(forslag.text)])).toEqual(utanNummer(ordfoljd(text)));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['quotation marks', '"'.repeat(400_000)],
  ['one word', 'a'.repeat(400_000)],
  ['capitals', 'A '.repeat(200_000)],
  ['numbers', '1. \n'.repeat(100_000)],
  ['rubriker', 'Ärendet\n'.repeat(50_000)],
  ['headers', '2024-02-22\nSida 1\n'.repeat(20_000)],
  ['divided words', 'av-\n'.repeat(100_000)],
  ['notes', `${'[1] '.repeat(100_000)}\n\n[1] a`],
])('[I18] a file of nothing but %s takes no more time than its size', (_, text) => {
  const before = performance.now();
  importera(text);
  expect(performance.now() - before).toBeLessThan(10_000);
});
