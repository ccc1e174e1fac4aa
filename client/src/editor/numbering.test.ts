// @vitest-environment happy-dom
import { avsnitt, beslutslista, dokument, stycke, type TextJson, type TextNod, textSchema } from '@samskrift/shared';
import { Editor } from '@tiptap/core';
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { editorExtensions } from './extensions.ts';
import { numberedList, startAt, typedStart } from './numbering.ts';

let editor: Editor;
afterEach(() => editor.destroy());

function open(text: TextJson, caretAt: string): Y.Doc {
  const doc = new Y.Doc();
  prosemirrorJSONToYXmlFragment(textSchema, text, doc.getXmlFragment('text'));
  editor = new Editor({
    element: document.createElement('div'),
    extensions: editorExtensions(doc.getXmlFragment('text'), null, { id: 'p', name: 'P' }),
  });
  editor.state.doc.descendants((node, pos) => {
    if (node.text === caretAt) editor.commands.setTextSelection(pos);
  });
  return doc;
}

const TEXT = dokument(
  avsnitt('sammanfattning', 'Sammanfattning', beslutslista(['annan', 'annan två'], 1)),
  avsnitt(
    'beslut',
    'Beslut',
    beslutslista(['ett', 'två', 'tre'], 1),
    stycke('Nämnden beslutar också'),
    beslutslista(['fyra'], 1),
  ),
);

describe('Numbering', () => {
  it('[E29] a list can go on where the one before it in its avsnitt ended, and what it becomes is in the document', () => {
    const doc = open(TEXT, 'fyra');
    const list = numberedList(editor.state);
    expect(list).toMatchObject({ start: 1, continued: 4 });
    if (list === null) throw new Error('no list');
    expect(startAt(editor, list, 4)).toBe(true);
    expect(numberedList(editor.state)?.start).toBe(4);
    expect(doc.getXmlFragment('text').toString()).toContain('<beslutslista start="4">');
    expect(editor.view.dom.querySelectorAll('ol[start="4"]')).toHaveLength(1);
  });

  it('[E29] the first list of an avsnitt has none to go on from, and outside a list there is none', () => {
    open(TEXT, 'ett');
    expect(numberedList(editor.state)).toMatchObject({ start: 1, continued: null });
    editor.commands.setTextSelection(2);
    expect(numberedList(editor.state)).toBeNull();
  });

  it('[E29] a list of another kind, or inside a point, is not the one before', () => {
    const inner: TextNod = {
      type: 'orderedList',
      content: [{ type: 'listItem', content: [stycke('inre'), beslutslista(['djupt'], 1)] }],
    };
    open(dokument(avsnitt('beslut', 'Beslut', inner, beslutslista(['här'], 2))), 'här');
    expect(numberedList(editor.state)).toMatchObject({ start: 2, continued: null });
  });

  it('[E56] the number to begin at is one of 1 to 9999, and nothing else is made one', () => {
    expect(['1', ' 12 ', '9999', '007'].map(typedStart)).toEqual([1, 12, 9999, 7]);
    for (const words of ['', '0', '10000', '99999999999', '-3', '−3', '1.5', '1,5', '1e3', '0x10', 'tre', '1 2']) {
      expect(typedStart(words), words).toBeNull();
    }
  });
});
