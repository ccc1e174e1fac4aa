// @vitest-environment happy-dom
import { avsnitt, beslutslista, dokument, stycke, type TextNod } from '@samskrift/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { closeEditors, open, placeOf, seeded } from './pair.test-support.ts';

afterEach(closeEditors);

const text = (words: string): TextNod => ({ type: 'text', text: words });
const row = (...cells: readonly string[]): TextNod => ({
  type: 'tableRow',
  content: cells.map((cell) => ({ type: 'tableCell', content: cell.split('|').map((words) => stycke(words)) })),
});
const noted: TextNod = {
  type: 'paragraph',
  content: [
    text('Sist i avsnittet.'),
    { type: 'fotnot', content: [text('Noten')] },
    { type: 'hardBreak' },
    text('Rad.'),
  ],
};
const nested: TextNod = {
  type: 'bulletList',
  content: [
    {
      type: 'listItem',
      content: [stycke('ett'), { type: 'bulletList', content: [{ type: 'listItem', content: [stycke('inre')] }] }],
    },
    { type: 'listItem', content: [stycke('två')] },
  ],
};
const TEXT = dokument(
  avsnitt('arendet', 'Ärendet', stycke('Först.'), nested, {
    type: 'table',
    content: [row('År', 'Kronor'), row('2026', 'a|b')],
  }),
  avsnitt('beslut', 'Beslut', beslutslista(['godkänner', 'överlämnar'], 1), noted),
);

/** The plain text of what is copied from the one place to the other. */
function copied(from?: string, to?: string): string {
  const editor = open(seeded(TEXT));
  if (from === undefined || to === undefined) editor.commands.selectAll();
  else editor.commands.setTextSelection({ from: placeOf(editor, from), to: placeOf(editor, to) + to.length });
  return editor.view.serializeForClipboard(editor.state.selection.content()).text;
}

describe('what is copied as plain text', () => {
  it('[E57] has an empty line between blocks, a line for each point and row, tabs between cells and notes apart', () => {
    expect(copied()).toBe(
      'Ärendet\n\nFörst.\n\nett\ninre\ntvå\n\nÅr\tKronor\n2026\ta b\n\nBeslut\n\ngodkänner\növerlämnar\n\nSist i avsnittet. [Noten]\nRad.',
    );
  });

  it('[E57] of a part is that part', () => {
    expect(copied('rst', 'rst')).toBe('rst');
    expect(copied('inre', 'två')).toBe('inre\ntvå');
    expect(copied('ten', 'ten')).toBe('ten');
    expect(copied('i avsnittet', 'Rad')).toBe('i avsnittet. [Noten]\nRad');
    expect(copied('lämnar', 'Sist')).toBe('lämnar\n\nSist');
  });
});
