import { stycke } from '../text/bygg.ts';
import type { TextNod } from '../text/json.ts';

/** Rows as plainFromJson writes them («a | b», outer bars taken off); the first one is the header. */
export function tabell(rader: readonly string[]): TextNod {
  const celler = rader.map((rad) => rad.split(/ ?\| ?/));
  const bredd = Math.max(...celler.map((rad) => rad.length));
  return {
    type: 'table',
    content: celler.map((rad, index) => ({
      type: 'tableRow',
      content: Array.from({ length: bredd }, (_, i) => ({
        type: index === 0 ? 'tableHeader' : 'tableCell',
        content: [stycke(rad[i]?.trim() ?? '')],
      })),
    })),
  };
}
