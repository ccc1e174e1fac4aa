import type { Transaction } from '@tiptap/pm/state';

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The whole blocks that a transaction touched, as places in the new text. */
export function changedRanges(tr: Transaction): Range[] {
  const ranges: Range[] = [];
  tr.mapping.maps.forEach((map, index) => {
    const rest = tr.mapping.slice(index + 1);
    map.forEach((_from, _to, from, to) => {
      const $from = tr.doc.resolve(rest.map(from, -1));
      const $to = tr.doc.resolve(rest.map(to, 1));
      ranges.push({
        from: $from.depth === 0 ? $from.pos : $from.before(),
        to: $to.depth === 0 ? $to.pos : $to.after(),
      });
    });
  });
  return ranges;
}
