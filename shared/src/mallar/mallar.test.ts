import { expect, test } from 'vitest';
import { HANDLINGSTYPER } from '../handlingstyp.ts';
import { childrenOf, lopandeText, type TextJson } from '../text/json.ts';
import { kontrollera } from '../text/kontroll.ts';
import { jsonFromYdoc, ydocFromJson } from '../text/ydoc.ts';
import { forstaText } from './forsta-text.ts';
import { granska } from './granska.ts';
import { MALLAR, mallarFor, mallMedId } from './mallar.ts';
import { fyllI, rubrikmonster } from './rubrik.ts';

const rubriker = (json: TextJson): readonly string[] =>
  childrenOf(json).map((avsnitt) => childrenOf(avsnitt).slice(0, 1).map(lopandeText).join());

/** The lists of avsnitt as they were printed (001, 003 and 004; the seeds' cut heads filled in). */
const TRYCKTA: Readonly<Record<string, readonly string[]>> = {
  'tjansteutlatande-svar': ['forslag_till_beslut', 'sammanfattning', 'arendet', 'arendets_beredning', 'synpunkter'],
  'tjansteutlatande-aldre': [
    'forslag_till_beslut',
    'underskrifter',
    'sammanfattning',
    'arendets_beredning',
    'arendet',
    'synpunkter',
    'bilagor',
  ],
  'tjansteutlatande-konsekvens': [
    'forslag_till_beslut',
    'sammanfattning',
    'bakgrund',
    'arendet',
    'arendets_beredning',
    'synpunkter',
    'maluppfyllelse',
    'konsekvenser_for_barn',
  ],
};

test('[M1] every kind of handling has a mall, and every mall an id of its own', () => {
  for (const typ of HANDLINGSTYPER) expect(mallarFor(typ)).not.toEqual([]);
  expect(new Set(MALLAR.map((mall) => mall.id)).size).toBe(MALLAR.length);
  expect(MALLAR.map((mall) => mallMedId(mall.id))).toEqual(MALLAR);
  expect(mallMedId('borttagen')).toBeNull();
});

test.each(Object.entries(TRYCKTA))('[M2] %s begins with the avsnitt of its printed model, in order', (id, typer) => {
  const mall = mallMedId(id);
  if (mall === null) throw new RangeError(id);
  expect(childrenOf(forstaText(mall, {})).map((avsnitt) => avsnitt.attrs?.typ)).toEqual(typer);
});

test.each(MALLAR.map((mall) => [mall.id, mall] as const))(
  '[M3] the first text of %s fits the schema and is writable',
  (_, mall) => {
    const json = forstaText(mall, { namnd: 'Kulturnämnden', forvaltning: 'Kulturförvaltningen' });
    expect(kontrollera(json)).toMatchObject({ ok: true });
    expect(jsonFromYdoc(ydocFromJson(json)).content).toHaveLength(childrenOf(json).length);
    for (const avsnitt of childrenOf(json)) expect(childrenOf(avsnitt).length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(json)).not.toMatch(/\{(?:namnd|[mM]yndighetens|egetnamns)\}/);
    expect(granska(json, mall).filter(({ typ }) => typ === 'rubrik' || typ === 'avsnitt_saknas')).toEqual([]);
  },
);

test('[M13] a protokollsanteckning is running text of its own, and a part of the paragraph it is noted in', () => {
  const mall = mallMedId('protokollsanteckning');
  if (mall === null) throw new RangeError('no mall');
  expect(mall.avsnitt.map(({ typ, beslutslista }) => [typ, beslutslista])).toEqual([['protokollsanteckning', false]]);
  expect(rubriker(forstaText(mall, {}))).toEqual(['Protokollsanteckning']);
  const del = mallMedId('protokollsparagraf')?.avsnitt.find(({ typ }) => typ === 'protokollsanteckning');
  expect(del).toMatchObject({ obligatoriskt: false, iForstaText: false });
});

test('[M4] the authority is called by its own name: förvaltning or kontor', () => {
  const [svar] = MALLAR;
  if (svar === undefined) throw new RangeError('no mall');
  expect(rubriker(forstaText(svar, { namnd: 'Kulturnämnden', forvaltning: 'Kulturförvaltningen' }))).toEqual([
    'Förvaltningens förslag till beslut',
    'Sammanfattning',
    'Ärendet',
    'Ärendets beredning',
    'Kulturförvaltningens synpunkter',
  ]);
  expect(rubriker(forstaText(svar, { forvaltning: 'Stadsbyggnadskontoret' }))).toContain(
    'Kontorets förslag till beslut',
  );
  expect(fyllI('{namnd}: {myndighetens}, {egetnamns}, {okänd}', {})).toBe(
    'Nämnden: förvaltningens, Förvaltningens, {okänd}',
  );
});

test('[M5] a rubrik with a variable is recognised for any authority, also two, and for nothing else', () => {
  const form = rubrikmonster('{egetnamns} synpunkter');
  for (const rubrik of [
    'Kulturförvaltningens synpunkter',
    'Kulturförvaltningens och Stockholms stadsarkivs synpunkter',
    'Kontorets  synpunkter',
  ]) {
    expect(rubrik).toMatch(form);
  }
  const alla = MALLAR.flatMap((mall) => mall.avsnitt.flatMap(({ rubriker: varianter }) => varianter));
  for (const rubrik of alla) expect(fyllI(rubrik, {})).toMatch(/^\p{Lu}/u);
  for (const rubrik of [
    'synpunkter',
    'Allmänna synpunkter',
    'Kontorets synpunkter och förslag',
    'förvaltningens synpunkter',
  ]) {
    expect(rubrik).not.toMatch(form);
  }
});
