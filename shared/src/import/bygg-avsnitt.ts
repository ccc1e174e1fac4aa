import type { Avsnittstyp } from '../text/avsnittstyper.ts';
import { avsnitt, beslutslista, numreradLista, punktlista, stycke } from '../text/bygg.ts';
import type { TextNod } from '../text/json.ts';
import { svenskaCitattecken } from './citat.ts';
import type { Andring, Andringstyp } from './forslag.ts';
import { BESLUTANDE } from './markor.ts';
import { type Noter, skiljNoter, styckeMedNoter } from './noter.ts';
import type { Stycke } from './stycken.ts';
import { tabell } from './tabell.ts';

type Rubrik = Extract<Stycke, { slag: 'rubrik' }>;
type Del = Exclude<Stycke, { slag: 'rubrik' }>;

/** A member's own text is printed within quotation marks: they belong to the printing, not to the text (domain §3). */
const CITERADE: ReadonlySet<Avsnittstyp> = new Set([
  'reservation',
  'sarskilt_uttalande',
  'ersattaryttrande',
  'protokollsanteckning',
]);
const ATTSATS = /^att\s/i;
const CITATTECKEN = /["“”„]/;
const SIST_CITAT = /["“”„]$/;

/** Makes an avsnitt of its paragraphs and points; every change is added to `andringar`. */
export function byggAvsnitt(rubrik: Rubrik | null, delar: readonly Del[], andringar: Andring[]): TextNod {
  const typ = rubrik?.typ ?? 'eget';
  const { noter, kvar } = skiljNoter(CITERADE.has(typ) ? utanYttreCitat(delar, andringar) : delar);
  const svenska = kvar.map((del) => medSvenskaCitat(del, andringar));
  const block = grupper(typ, svenska).map((grupp) => byggGrupp(typ, grupp, noter, andringar));
  const { content: huvud = [] } = avsnitt(typ, rubrik === null ? null : svenskaCitattecken(rubrik.text));
  return { type: 'avsnitt', attrs: { typ }, content: [...huvud, ...block] };
}

/** Takes the outer marks off: those that nothing in their own paragraph answers, if the last paragraph ends with one. */
function utanYttreCitat(delar: readonly Del[], andringar: Andring[]): readonly Del[] {
  if (!CITATTECKEN.test(delar.at(-1)?.text.at(-1) ?? '')) return delar;
  return delar.map((del, index) => {
    const ensamt = del.text.split(CITATTECKEN).length % 2 === 0;
    if (!ensamt) return del;
    const fran = CITATTECKEN.test(del.text.charAt(0)) ? 1 : 0;
    const text = fran === 0 && index === delar.length - 1 ? del.text.replace(SIST_CITAT, '') : del.text.slice(fran);
    if (text !== del.text) andringar.push({ typ: 'citattecken', rad: del.rad, fore: del.text, efter: text });
    return { ...del, text };
  });
}

function medSvenskaCitat(del: Del, andringar: Andring[]): Del {
  const text = svenskaCitattecken(del.text);
  if (text === del.text) return del;
  andringar.push({ typ: 'citattecken', rad: del.rad, fore: del.text, efter: text });
  return { ...del, text };
}

/** Neighbours that make one block: points of one list, paragraphs of one quote, rows of one table. */
function grupper(typ: Avsnittstyp, delar: readonly Del[]): readonly (readonly Del[])[] {
  const ut: Del[][] = [];
  for (const del of delar.map((d) => somSats(typ, d, delar.length === 1))) {
    const grupp = ut.at(-1);
    const forra = grupp?.at(-1);
    if (grupp !== undefined && forra !== undefined && horIhop(forra, del)) grupp.push(del);
    else ut.push([del]);
  }
  return ut.map((grupp) => grupp.map((del) => (arEnsamtNummer(grupp) ? somText(del) : del)));
}

/** Unnumbered att-satser are points all the same, and so is a decision of one sentence; numbers come from the list. */
function somSats(typ: Avsnittstyp, del: Del, ensam: boolean): Del {
  const sats =
    del.slag === 'stycke' && del.text.length <= 400 && (ATTSATS.test(del.text) || (ensam && typ !== 'reservation'));
  return BESLUTANDE.has(typ) && sats ? { slag: 'punkt', rad: del.rad, text: del.text } : del;
}

function horIhop(forra: Del, del: Del): boolean {
  if (forra.slag === 'nummer') return del.slag === 'nummer' && del.nr === forra.nr + 1;
  return forra.slag === del.slag && del.slag !== 'stycke' && del.slag !== 'underrubrik';
}

/** «8. Fokusområde» alone is a heading with its source's numbering, or a sentence that a line break cut: not a list. */
function arEnsamtNummer(grupp: readonly Del[]): boolean {
  const [forsta] = grupp;
  return grupp.length === 1 && forsta?.slag === 'nummer' && forsta.nr !== 1;
}

function somText(del: Del): Del {
  return del.slag === 'nummer' ? { slag: 'stycke', rad: del.rad, text: `${del.marke} ${del.text}`.trim() } : del;
}

function byggGrupp(typ: Avsnittstyp, grupp: readonly Del[], noter: Noter, andringar: Andring[]): TextNod {
  const [forsta] = grupp;
  if (forsta === undefined) throw new RangeError('a group has at least one part');
  const nr = forsta.slag === 'nummer' ? forsta.nr : 1;
  const texter = grupp.map((del) => del.text);
  const notera = (andring: Andringstyp): void => {
    const efter = texter.map((text, index) => `${andring === 'punktlista' ? '•' : `${nr + index}.`} ${text}`);
    andringar.push({ typ: andring, rad: forsta.rad, fore: texter.join('\n'), efter: efter.join('\n') });
  };
  const rika = texter.map((text) => styckeMedNoter(text, noter));
  const beslutar = BESLUTANDE.has(typ);
  switch (forsta.slag) {
    case 'underrubrik':
      return { ...(rika[0] ?? stycke('')), type: 'avsnittsrubrik' };
    case 'citat':
      return { type: 'blockquote', content: rika };
    case 'tabellrad':
      return tabell(texter);
    case 'nummer':
      notera(beslutar ? 'beslutslista' : 'numrerad_lista');
      return medInnehall(beslutar ? beslutslista(texter, nr) : numreradLista(texter, nr), rika);
    case 'punkt':
      notera(beslutar ? 'beslutslista' : 'punktlista');
      return medInnehall(beslutar ? beslutslista(texter) : punktlista(texter), rika);
    case 'stycke':
      return rika[0] ?? stycke('');
  }
}

function medInnehall(lista: TextNod, stycken: readonly TextNod[]): TextNod {
  const punkter = lista.content ?? [];
  return { ...lista, content: punkter.map((punkt, index) => ({ ...punkt, content: [stycken[index] ?? stycke('')] })) };
}
