import { avsnitt, dokument, stycke, textSchema } from '@samskrift/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHits, hitFrom } from './search.ts';

const doc = (...content: Parameters<typeof avsnitt>[2][]) =>
  textSchema.nodeFromJSON(dokument(avsnitt('arendet', 'Ärendet om Åsa', ...content)));

describe('findHits', () => {
  it('[E12] finds in headings and paragraphs, in order, letter case aside unless asked for', () => {
    const text = doc(stycke('Åsa och åsa.'));
    const found = (words: string, matchCase: boolean) =>
      findHits(text, words, matchCase).map(({ from, to }) => text.textBetween(from, to));
    expect(found('åsa', false)).toEqual(['Åsa', 'Åsa', 'åsa']);
    expect(found('åsa', true)).toEqual(['åsa']);
    expect(found('', false)).toEqual([]);
  });

  it('[E13] finds over bold and past a footnote, and inside the footnote', () => {
    const paragraph = {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'en halv', marks: [{ type: 'bold' }] },
        { type: 'text', text: 'ö i havet' },
        { type: 'fotnot', content: [{ type: 'text', text: 'halvö på kartan' }] },
        { type: 'text', text: ' med halvö' },
      ],
    };
    const text = doc(paragraph);
    const hits = findHits(text, 'halvö', true);
    expect(hits.map(({ from, to }) => text.textBetween(from, to))).toEqual(['halvö', 'halvö', 'halvö']);
  });

  it('[E14] every hit holds the words, and none overlaps another', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[abÅåİ ]{0,40}$/), fc.stringMatching(/^[abÅåİ]{1,3}$/), (words, sought) => {
        const text = doc(stycke(words));
        let end = 0;
        for (const { from, to } of findHits(text, sought, true)) {
          expect(text.textBetween(from, to)).toBe(sought);
          expect(from).toBeGreaterThanOrEqual(end);
          end = to;
        }
      }),
    );
  });

  it('[E15] the search goes on from the caret, and from the top after the last', () => {
    const hits = [
      { from: 5, to: 6 },
      { from: 9, to: 10 },
    ];
    expect([hitFrom(hits, 0), hitFrom(hits, 6), hitFrom(hits, 30)]).toEqual([0, 1, 0]);
  });
});
