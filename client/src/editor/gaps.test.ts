// @vitest-environment happy-dom
import { avsnitt, dokument, stycke, type TextNod } from '@samskrift/shared';
import type { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { closeEditors, open, seeded } from './pair.test-support.ts';

afterEach(closeEditors);

const table: TextNod = {
  type: 'table',
  content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [stycke('cell')] }] }],
};

/** Where a caret can stand between blocks, as the types around each such place. */
function gaps({ view, state }: Editor): readonly string[] {
  const found: string[] = [];
  for (let pos = 0; pos <= state.doc.content.size; pos++) {
    const at = state.doc.resolve(pos);
    const gap = view.someProp('createSelectionBetween', (between) => between(view, at, at));
    if (gap) found.push(`${at.parent.type.name} ${at.index(0)}`);
  }
  return found;
}

describe('between blocks', () => {
  it('[E50] no caret stands between two avsnitt, outside of both, or before or after them all', () => {
    const editor = open(
      seeded(
        dokument(
          avsnitt('sammanfattning', 'Sammanfattning', stycke('slut')),
          avsnitt('arendet', 'Ärendet', stycke('x')),
        ),
      ),
    );
    expect(gaps(editor)).toEqual([]);
  });

  it('[E50] one stands beside a table that begins or ends its avsnitt, and what is written there stays in it', () => {
    const bare: TextNod = { type: 'avsnitt', attrs: { typ: 'eget' }, content: [table] };
    const editor = open(seeded(dokument(avsnitt('arendet', 'Ärendet', table), bare)));
    expect(gaps(editor)).toEqual(['avsnitt 0', 'avsnitt 1', 'avsnitt 1']);
  });
});
