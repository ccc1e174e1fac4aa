import { avsnitt, dokument, stycke, textSchema } from '@samskrift/shared';
import { Editor } from '@tiptap/core';
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { editorExtensions } from './extensions.ts';

const editors: Editor[] = [];

/** To be called after each test, and by a property after each of its runs. */
export function closeEditors(): void {
  for (const editor of editors.splice(0)) editor.destroy();
}

const TEXT = dokument(
  avsnitt('sammanfattning', 'Sammanfattning', stycke('Ett stycke om biblioteket.'), stycke('Ett till.')),
  avsnitt('arendet', 'Ärendet', stycke('Remissen kom i mars.'), stycke('Nämnden svarar i maj.')),
);

export function seeded(): Y.Doc {
  const doc = new Y.Doc();
  prosemirrorJSONToYXmlFragment(textSchema, TEXT, doc.getXmlFragment('text'));
  return doc;
}

export function open(doc: Y.Doc, awareness: Awareness | null = null): Editor {
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: editorExtensions(doc.getXmlFragment('text'), awareness, { id: 'p', name: 'P' }),
  });
  editors.push(editor);
  return editor;
}

/** Documents of one text whose changes reach each other at once. */
export function connected(count: number): readonly Y.Doc[] {
  const first = seeded();
  const docs = [first, ...Array.from({ length: count - 1 }, () => new Y.Doc())];
  for (const doc of docs) {
    if (doc !== first) Y.applyUpdate(doc, Y.encodeStateAsUpdate(first));
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'wire') return;
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'wire');
    });
  }
  return docs;
}

/** Two editors of one text whose changes reach each other at once. */
export function pair(): readonly [Editor, Editor] {
  const [one, two] = connected(2).map((doc) => open(doc));
  if (one === undefined || two === undefined) throw new RangeError('two editors');
  return [one, two];
}

export function placeOf(editor: Editor, words: string): number {
  let place = -1;
  editor.state.doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (at >= 0) place = pos + at;
  });
  if (place < 0) throw new RangeError(`«${words}» is not in the text`);
  return place;
}
