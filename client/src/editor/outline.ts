import { lopandeText, type TextNod } from '@samskrift/shared';
import type { Node } from '@tiptap/pm/model';

export interface OutlineRow {
  readonly index: number;
  readonly typ: string;
  readonly rubrik: string;
}

/** The avsnitt of a text in order, for the contents list. */
export function outline(doc: Node): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  doc.forEach((node, _offset, index) => {
    if (node.type.name !== 'avsnitt') return;
    const first = node.firstChild;
    const rubrik = first?.type.name === 'avsnittsrubrik' ? lopandeText(first.toJSON() as TextNod).trim() : '';
    rows.push({ index, typ: String(node.attrs.typ), rubrik });
  });
  return rows;
}

const WORD = /[\p{L}\p{N}]+(?:[-’'.,:/][\p{L}\p{N}]+)*/gu;

/** Counts words block by block and remembers each block's number for as long as the block is the same. */
export class WordCounter {
  readonly #known = new WeakMap<Node, number>();

  count(node: Node): number {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    let words = 0;
    if (node.inlineContent) words = node.textBetween(0, node.content.size, ' ', ' ').match(WORD)?.length ?? 0;
    else
      node.forEach((child) => {
        words += this.count(child);
      });
    this.#known.set(node, words);
    return words;
  }
}
