// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { closeEditors, open, pair, placeOf, seeded } from './pair.test-support.ts';
import { insertTable } from './tables.ts';

afterEach(closeEditors);

function press(editor: Editor, key: string): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event));
}

/** The text of every cell, row by row. */
function rows(editor: Editor): string[][] {
  const found: string[][] = [];
  editor.state.doc.descendants((node) => {
    if (node.type.name === 'tableRow') found.push(node.children.map((cell) => cell.textContent));
  });
  return found;
}

function withTable(editor: Editor, count: number): void {
  editor.commands.setTextSelection(placeOf(editor, 'Ett till.'));
  insertTable(editor, count, 2);
}

describe('Tab in a table', () => {
  it('[E45] in the last cell it adds a row, and what is written next stands in its first cell', () => {
    const editor = open(seeded());
    withTable(editor, 2);
    for (const words of ['År', 'Antal', '2025', '12', '2026', '14']) {
      editor.commands.insertContent(words);
      if (words !== '14') press(editor, 'Tab');
    }
    expect(rows(editor)).toEqual([
      ['År', 'Antal'],
      ['2025', '12'],
      ['2026', '14'],
    ]);
  });

  it('[E45] also after a header row alone, and others see the same', () => {
    const [mine, theirs] = pair();
    withTable(mine, 1);
    press(mine, 'Tab');
    press(mine, 'Tab');
    mine.commands.insertContent('2025');
    expect(rows(mine)).toEqual([
      ['', ''],
      ['2025', ''],
    ]);
    expect(theirs.getJSON()).toEqual(mine.getJSON());
  });
});
