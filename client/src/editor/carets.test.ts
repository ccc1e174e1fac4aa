// @vitest-environment happy-dom
import { avsnitt, dokument, stycke, textSchema } from '@samskrift/shared';
import { Editor } from '@tiptap/core';
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { editorExtensions } from './extensions.ts';
import { FOLLOW_EVENT } from './follow.ts';

const CLIENT = 4711;
let editor: Editor;
let awareness: Awareness;
let paragraphs: readonly Y.XmlElement[];

beforeEach(() => {
  vi.useFakeTimers();
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment('text');
  const text = dokument(avsnitt('arendet', 'Ärendet', stycke('Det första stycket.'), stycke('Det andra stycket.')));
  prosemirrorJSONToYXmlFragment(textSchema, text, fragment);
  paragraphs = (fragment.get(0) as Y.XmlElement).toArray().slice(1) as Y.XmlElement[];
  awareness = new Awareness(doc);
  editor = new Editor({
    element: document.createElement('div'),
    extensions: editorExtensions(fragment, awareness, { id: 'ada', name: 'Ada Ek' }),
  });
});

afterEach(() => {
  editor.destroy();
  awareness.destroy();
  vi.useRealTimers();
});

/** Bo's browser tells where his caret is, and the page has drawn it. */
function boIsAt(paragraph: number, letter: number): void {
  const caret = Y.createRelativePositionFromTypeIndex(paragraphs[paragraph]?.get(0) as Y.XmlText, letter, -1);
  const known = awareness.states.has(CLIENT);
  const state = { user: { id: 'bo', name: 'Bo Alm' }, cursor: { anchor: caret, head: caret } };
  awareness.states.set(CLIENT, JSON.parse(JSON.stringify(state)));
  awareness.emit('change', [{ added: known ? [] : [CLIENT], updated: known ? [CLIENT] : [], removed: [] }, 'test']);
  vi.advanceTimersByTime(1);
}

const caret = () => editor.view.dom.querySelector('.andras-markor');
const named = () => caret()?.hasAttribute('data-namn');

it('[E33] a name stands at a caret that comes, and when it is gone it is still there to be heard', () => {
  boIsAt(0, 3);
  expect(named()).toBe(true);
  vi.advanceTimersByTime(3_000);
  expect(named()).toBe(false);
  expect(caret()?.textContent).toBe('Bo Alm');
});

it('[E33] it does not follow who goes on writing, and is there again in another paragraph and after a rest', () => {
  boIsAt(0, 3);
  for (let letter = 4; letter < 12; letter++) {
    vi.advanceTimersByTime(500);
    boIsAt(0, letter);
  }
  expect(named()).toBe(false);
  boIsAt(1, 2);
  expect(named()).toBe(true);
  vi.advanceTimersByTime(5_000);
  boIsAt(1, 3);
  expect(named()).toBe(false);
  vi.advanceTimersByTime(10_000);
  boIsAt(1, 4);
  expect(named()).toBe(true);
});

it('[E33] what one writes oneself beside a caret does not bring its name out, also where it is drawn anew', () => {
  boIsAt(0, 3);
  const drawn = caret();
  vi.advanceTimersByTime(60_000);
  const end = 1 + (editor.state.doc.firstChild?.firstChild?.nodeSize ?? 0) + 1 + 'Det första stycket.'.length;
  editor.chain().setTextSelection(end).splitBlock().insertContent('Ja.').run();
  boIsAt(0, 3);
  expect(caret()).not.toBe(drawn);
  expect(named()).toBe(false);
});

it('[E33] a name that is gone to from the list stands there', () => {
  boIsAt(0, 3);
  vi.advanceTimersByTime(60_000);
  window.dispatchEvent(new CustomEvent(FOLLOW_EVENT, { detail: 'bo' }));
  expect(named()).toBe(true);
  vi.advanceTimersByTime(3_000);
  expect(named()).toBe(false);
});
