// @vitest-environment happy-dom
import { avsnitt, beslutslista, dokument, stycke, type TextNod } from '@samskrift/shared';
import type { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { canBeList } from './lists.ts';
import { closeEditors, open, placeOf, press, seeded, shapeOf } from './pair.test-support.ts';

afterEach(closeEditors);

const list = (type: string, ...words: readonly string[]): TextNod => ({
  type,
  content: words.map((word) => ({ type: 'listItem', content: [stycke(word)] })),
});
const table: TextNod = {
  type: 'table',
  content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [stycke('cell')] }] }],
};

function opened(...blocks: readonly TextNod[]): Editor {
  return open(
    seeded(dokument(avsnitt('arendet', 'Ärendet', ...blocks), avsnitt('bakgrund', 'Bakgrund', stycke('sist')))),
  );
}

const shape = ({ state: { doc } }: Editor) => doc.children.map(shapeOf).join(' ');
const select = (editor: Editor, first: string, last: string) =>
  editor.commands.setTextSelection({ from: placeOf(editor, first), to: placeOf(editor, last) + 1 });

describe('the list tools', () => {
  it('[E53] do nothing in a heading, by tool or by keys, and what begins as a list does there stays text', () => {
    const editor = opened(stycke('ett'));
    const before = shape(editor);
    editor.commands.setTextSelection(placeOf(editor, 'Ärendet') + 3);
    expect(canBeList(editor.state)).toBe(false);
    expect(editor.commands.toggleBulletList()).toBe(false);
    for (const key of ['7', '8', 'l']) press(editor, key, { ctrlKey: true, shiftKey: true });
    press(editor, 'b', { ctrlKey: true, altKey: true });
    expect(shape(editor)).toBe(before);
    for (const begins of ['- ', '1. ']) {
      const at = placeOf(editor, 'Ärendet');
      editor.commands.setTextSelection(at);
      editor.view.dispatch(editor.state.tr.insertText(begins.trim()));
      const { from } = editor.state.selection;
      const typed = editor.view.someProp('handleTextInput', (handle) =>
        handle(editor.view, from, from, ' ', () => editor.state.tr),
      );
      expect(typed).toBeFalsy();
    }
    expect(shape(editor)).toBe('avsnitt(h:-1.Ärendet p:ett) avsnitt(h:Bakgrund p:sist)');
  });

  it('[E53] make a list of the paragraphs of each avsnitt in the selection and leave headings and tables', () => {
    const editor = opened(stycke('ett'), stycke('två'), table, stycke('tre'));
    editor.commands.selectAll();
    expect(canBeList(editor.state)).toBe(true);
    editor.commands.toggleBulletList();
    expect(shape(editor)).toBe(
      'avsnitt(h:Ärendet ul(li(p:ett) li(p:två)) table(tableRow(tableCell(p:cell))) ul(li(p:tre))) avsnitt(h:Bakgrund ul(li(p:sist)))',
    );
    editor.commands.toggleBeslutslista();
    expect(shape(editor)).toContain('h:Ärendet bl(bs(p:ett) bs(p:två)) table');
    editor.commands.toggleBeslutslista();
    expect(shape(editor)).toBe(
      'avsnitt(h:Ärendet p:ett p:två table(tableRow(tableCell(p:cell))) p:tre) avsnitt(h:Bakgrund p:sist)',
    );
    select(editor, 'Ärendet', 'ett');
    editor.commands.toggleOrderedList();
    expect(shape(editor)).toContain('avsnitt(h:Ärendet ol(li(p:ett)) p:två');
    editor.commands.setTextSelection(placeOf(editor, 'cell'));
    editor.commands.toggleOrderedList();
    expect(shape(editor)).toContain('tableCell(ol(li(p:cell)))');
  });

  it('[E53] from the end of a list over the next heading take in what is no list of the kind', () => {
    const editor = opened(list('bulletList', 'ett', 'två'));
    select(editor, 'två', 'Bakgrund');
    editor.commands.toggleOrderedList();
    expect(shape(editor)).toBe('avsnitt(h:Ärendet ol(li(p:ett) li(p:två))) avsnitt(h:Bakgrund p:sist)');
    editor.commands.toggleOrderedList();
    expect(shape(editor)).toBe('avsnitt(h:Ärendet ol(li(p:ett)) p:två) avsnitt(h:Bakgrund p:sist)');
  });

  it('[E53] keep the selection in the words, and go on with the lists beside', () => {
    const editor = opened(list('bulletList', 'ett'), stycke('två'), beslutslista(['tre'], 2), stycke('fyra'));
    select(editor, 'två', 'fyra');
    editor.commands.toggleBulletList();
    expect(shape(editor)).toContain('h:Ärendet ul(li(p:ett) li(p:två) li(p:tre) li(p:fyra))');
    const { from, to } = editor.state.selection;
    expect(editor.state.doc.textBetween(from, to, '|')).toBe('två|tre|f');
    const numbered = opened(beslutslista(['ett'], 4), stycke('två'), beslutslista(['tre'], 5));
    numbered.commands.setTextSelection(placeOf(numbered, 'två'));
    numbered.commands.toggleBeslutslista();
    expect(shape(numbered)).toContain('h:Ärendet bl=4(bs(p:ett) bs(p:två) bs(p:tre))');
  });
});
