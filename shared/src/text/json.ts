/** A document as ProseMirror JSON, typed as far as everybody who builds or reads it needs. */
export interface TextMarkering {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}
export interface TextNod {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly TextNod[];
  readonly text?: string;
  readonly marks?: readonly TextMarkering[];
}
export interface TextJson extends TextNod {
  readonly type: 'doc';
}

export const childrenOf = (nod: TextNod): readonly TextNod[] => nod.content ?? [];

/** The words of one node, its hard breaks as line feeds; footnotes left out, since they are read apart. */
export function lopandeText(nod: TextNod): string {
  if (nod.type === 'fotnot') return '';
  if (nod.type === 'hardBreak') return '\n';
  if (nod.text !== undefined) return nod.text;
  return childrenOf(nod).map(lopandeText).join('');
}
