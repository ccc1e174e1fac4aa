// @vitest-environment happy-dom
import { avsnitt, dokument, stycke } from '@samskrift/shared';
import type { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { closeEditors, open, placeOf, seeded, shapeOf } from './pair.test-support.ts';

afterEach(closeEditors);

const TEXT = dokument(
  avsnitt('sammanfattning', 'Sammanfattning', stycke('ett två'), stycke('tre')),
  avsnitt('arendet', 'Ärendet', stycke('fyra fem')),
  avsnitt('bakgrund', 'Bakgrund', stycke('före efter')),
);

/** Copies from the one place to the other, and pastes at the third. */
function pasted(from: string, to: string, at: string): Editor {
  const editor = open(seeded(TEXT));
  editor.commands.setTextSelection({ from: placeOf(editor, from), to: placeOf(editor, to) });
  const { dom } = editor.view.serializeForClipboard(editor.state.selection.content());
  editor.commands.setTextSelection(placeOf(editor, at));
  editor.view.pasteHTML(dom.innerHTML);
  return editor;
}

const shape = ({ state: { doc } }: Editor) => doc.children.slice(2).map(shapeOf).join(' ');

describe('what is copied over the border of an avsnitt', () => {
  it('[E54] from within the one into the other goes into the avsnitt it is put in, as paragraphs', () => {
    expect(shape(pasted('två', 'fem', 'efter'))).toBe('avsnitt(h:Bakgrund p:före två p:tre p:Ärendet p:fyra efter)');
    expect(shape(pasted('tre', 'fyra', 'efter'))).toBe('avsnitt(h:Bakgrund p:före tre p:Ärendet p:efter)');
  });

  it('[E54] stays avsnitt where it begins with a heading', () => {
    const editor = open(seeded(TEXT));
    editor.commands.setTextSelection({ from: placeOf(editor, 'Sammanfattning'), to: placeOf(editor, 'Bakgrund') - 4 });
    const { dom } = editor.view.serializeForClipboard(editor.state.selection.content());
    editor.commands.setTextSelection(placeOf(editor, 'efter') + 'efter'.length);
    editor.view.pasteHTML(dom.innerHTML);
    expect(shape(editor)).toContain('avsnitt(h:Sammanfattning p:ett två p:tre) avsnitt(h:Ärendet p:fyra fem)');
  });
});
