import type { Avsnittstyp } from './avsnittstyper.ts';
import type { TextJson, TextNod } from './json.ts';

/** Small makers of document JSON, for the mallar, the import and tests. Text may be empty; ProseMirror knows no empty text. */
export const dokument = (...content: readonly TextNod[]): TextJson => nod('doc', content) as TextJson;

export const avsnitt = (typ: Avsnittstyp, rubrik: string | null, ...block: readonly TextNod[]): TextNod => ({
  type: 'avsnitt',
  attrs: { typ },
  content: rubrik === null ? block : [nod('avsnittsrubrik', text(rubrik)), ...block],
});

export const stycke = (ord: string): TextNod => nod('paragraph', text(ord));

export const beslutslista = (satser: readonly string[], start = 1): TextNod =>
  numrerad('beslutslista', 'beslutssats', satser, start);

export const numreradLista = (punkter: readonly string[], start = 1): TextNod =>
  numrerad('orderedList', 'listItem', punkter, start);

export const punktlista = (punkter: readonly string[]): TextNod =>
  nod(
    'bulletList',
    punkter.map((punkt) => nod('listItem', [stycke(punkt)])),
  );

function numrerad(lista: string, punkt: string, satser: readonly string[], start: number): TextNod {
  const content = satser.map((sats) => nod(punkt, [stycke(sats)]));
  return start === 1 ? nod(lista, content) : { type: lista, attrs: { start }, content };
}

function nod(type: string, content: readonly TextNod[]): TextNod {
  return content.length === 0 ? { type } : { type, content };
}

function text(ord: string): readonly TextNod[] {
  return ord === '' ? [] : [{ type: 'text', text: ord }];
}
