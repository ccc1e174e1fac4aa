import { avsnitt, dokument, stycke, type TextJson, textSchema } from '@samskrift/shared';
import { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
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

export function seeded(text: TextJson = TEXT): Y.Doc {
  const doc = new Y.Doc();
  prosemirrorJSONToYXmlFragment(textSchema, text, doc.getXmlFragment('text'));
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

/** Presses a key in the text. @returns whether the browser is kept from doing something of its own. */
export function press(editor: Editor, key: string, keys: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', {
    key,
    keyCode: KEY_CODES[key] ?? key.toUpperCase().charCodeAt(0),
    bubbles: true,
    cancelable: true,
    ...keys,
  });
  editor.view.dom.dispatchEvent(event);
  return event.defaultPrevented;
}

const KEY_CODES: Readonly<Record<string, number>> = {
  Backspace: 8,
  Enter: 13,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Delete: 46,
};

export function placeOf(editor: Editor, words: string): number {
  let place = -1;
  editor.state.doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (at >= 0) place = pos + at;
  });
  if (place < 0) throw new RangeError(`«${words}» is not in the text`);
  return place;
}

/** The blocks of a text on a line, «ol(li(p:ett) li(p:två))», with the number a list begins at if that is not 1. */
export function shapeOf(node: Node): string {
  if (node.isTextblock) return `${SHORT[node.type.name] ?? node.type.name}:${node.textContent}`;
  const start = node.attrs.start > 1 ? `=${node.attrs.start}` : '';
  return `${SHORT[node.type.name] ?? node.type.name}${start}(${node.children.map(shapeOf).join(' ')})`;
}

const SHORT: Readonly<Record<string, string>> = {
  avsnittsrubrik: 'h',
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  beslutslista: 'bl',
  beslutssats: 'bs',
};
