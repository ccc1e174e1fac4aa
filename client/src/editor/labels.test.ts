// @vitest-environment happy-dom
import { type Avsnittstyp, avsnitt, dokument, stycke, textSchema } from '@samskrift/shared';
import { Editor } from '@tiptap/core';
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { avsnittAt, renameAvsnitt } from './avsnitt.ts';
import { editorExtensions } from './extensions.ts';

let editor: Editor;
afterEach(() => editor.destroy());

function open(...all: readonly (readonly [Avsnittstyp, string])[]): void {
  const fragment = new Y.Doc().getXmlFragment('text');
  const text = dokument(...all.map(([typ, rubrik]) => avsnitt(typ, rubrik, stycke('Ord.'))));
  prosemirrorJSONToYXmlFragment(textSchema, text, fragment);
  editor = new Editor({
    element: document.createElement('div'),
    extensions: editorExtensions(fragment, null, { id: 'p', name: 'P' }),
  });
}

const labels = () =>
  [...editor.view.dom.querySelectorAll('section')].map((section) => section.getAttribute('data-etikett'));

it('[E32] an avsnitt under any of the names the mallar give it has no label, one of another name has', () => {
  open(
    ['arendet', 'Ärendet'],
    ['sammanfattning', 'Sammanfattning av ärendet'],
    ['synpunkter', 'Kulturförvaltningens och Stockholms stadsarkivs synpunkter'],
    ['sammanfattning', 'Ärendet'],
    ['bakgrund', 'Så började det'],
    ['eget', 'Lokalen'],
  );
  expect(labels()).toEqual([null, null, null, null, 'Bakgrund', 'Eget avsnitt']);
});

it('[E32] the label follows the heading while it is written, and the avsnitt is not drawn anew', () => {
  open(['arendet', 'Ärendet']);
  const drawn = editor.view.dom.querySelector('section');
  editor.commands.insertContentAt(2, 'Om ');
  expect(labels()).toEqual(['Ärendet']);
  editor.commands.deleteRange({ from: 2, to: 5 });
  expect(labels()).toEqual([null]);
  const place = avsnittAt(editor.state.doc, 0);
  if (place === null) throw new RangeError('the text has no avsnitt');
  renameAvsnitt(editor, place, 'Frågan');
  expect(labels()).toEqual(['Ärendet']);
  expect(editor.view.dom.querySelector('section')).toBe(drawn);
});
