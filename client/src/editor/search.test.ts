// @vitest-environment happy-dom
import { avsnitt, dokument, stycke, textSchema } from '@samskrift/shared';
import type { Editor } from '@tiptap/core';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { closeEditors, open, pair, placeOf, seeded } from './pair.test-support.ts';
import { findHits, hitFrom, replaceHits, searchKey, searchState } from './search.ts';

afterEach(closeEditors);

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

function seek(editor: Editor, words: string, current: number): void {
  editor.view.dispatch(editor.state.tr.setMeta(searchKey, { words, current }));
}

/** The number of the current hit, how many there are, and the text from it on. */
function looked(editor: Editor) {
  const { hits, current } = searchState(editor.state);
  const from = hits[current]?.from ?? 0;
  return [current + 1, hits.length, editor.state.doc.textBetween(from, editor.state.doc.resolve(from).end())];
}

describe('the current hit', () => {
  it('[E43] stays at its place in the text while somebody else writes and removes earlier ones', () => {
    const [mine, theirs] = pair();
    seek(mine, ' i ma', 1);
    expect(looked(mine)).toEqual([2, 2, ' i maj.']);
    theirs.commands.insertContentAt(placeOf(theirs, 'Ett stycke'), 'Då, i maklig takt. ');
    expect(looked(mine)).toEqual([3, 3, ' i maj.']);
    for (const letter of 'Se i ma. ') theirs.commands.insertContentAt(placeOf(theirs, 'Nämnden'), letter);
    expect(looked(mine)).toEqual([4, 4, ' i maj.']);
    const removed = placeOf(theirs, ' i mars');
    theirs.commands.deleteRange({ from: removed, to: removed + 7 });
    expect(looked(mine)).toEqual([3, 3, ' i maj.']);
  });

  it('[E43] when it is itself removed, the next one is current, and after the last the first', () => {
    const [mine, theirs] = pair();
    seek(mine, 'om', 1);
    expect(looked(mine)).toEqual([2, 2, 'om i mars.']);
    const removed = placeOf(theirs, 'om i mars');
    theirs.commands.insertContentAt(placeOf(theirs, ' i maj'), ' om det');
    theirs.commands.deleteRange({ from: removed, to: removed + 1 });
    expect(looked(mine)).toEqual([2, 2, 'om det i maj.']);
    const last = placeOf(theirs, 'om det');
    theirs.commands.deleteRange({ from: last, to: last + 6 });
    expect(looked(mine)).toEqual([1, 1, 'om biblioteket.']);
  });

  it('[E44] after a replacement it is the next one, also when the new word holds the sought one', () => {
    const editor = open(seeded());
    seek(editor, 'i ma', 0);
    const replace = () => {
      const { hits, current } = searchState(editor.state);
      editor.view.dispatch(replaceHits(editor.state, hits.slice(current, current + 1), 'sent i ma'));
    };
    replace();
    expect(looked(editor)).toEqual([2, 2, 'i maj.']);
    replace();
    expect(looked(editor)).toEqual([1, 2, 'i mars.']);
    expect(editor.getText()).toContain('Remissen kom sent i mars.');
    expect(editor.getText()).toContain('Nämnden svarar sent i maj.');
  });

  it('[E44] all are replaced once each, as one change to undo', () => {
    const editor = open(seeded());
    const before = editor.getText();
    seek(editor, 'i ma', 0);
    editor.view.dispatch(replaceHits(editor.state, searchState(editor.state).hits, 'sent i ma'));
    expect(editor.getText()).toContain('kom sent i mars.');
    expect(editor.getText()).toContain('svarar sent i maj.');
    editor.commands.undo();
    expect(editor.getText()).toBe(before);
  });
});
