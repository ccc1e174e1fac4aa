// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import { yCursorPluginKey } from '@tiptap/y-tiptap';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeEditors, open, placeOf, seeded } from './pair.test-support.ts';

let editor: Editor;
let tool: HTMLButtonElement;

beforeEach(() => {
  // The browser draws nothing until the test says so.
  vi.useFakeTimers();
  editor = open(seeded());
  tool = document.createElement('button');
  document.body.append(editor.view.dom, tool);
  editor.commands.setTextSelection(placeOf(editor, 'Remissen'));
  tool.focus();
});

afterEach(() => {
  closeEditors();
  document.body.replaceChildren();
  vi.useRealTimers();
});

it('[E37] a tool that is used gives the text its focus before it returns, and keeps what it does', () => {
  editor.chain().focus().toggleBulletList().run();
  expect(document.activeElement).toBe(editor.view.dom);
  expect(editor.isActive('bulletList')).toBe(true);
});

it('[E37] what is drawn later does not take the focus from where the person has gone since', () => {
  editor.chain().focus().toggleBold().run();
  tool.focus();
  vi.advanceTimersByTime(1_000);
  expect(document.activeElement).toBe(tool);
});

it('[E37] asking whether a tool can be used leaves the focus where it is', () => {
  expect(editor.can().chain().focus().toggleBold().run()).toBe(true);
  vi.advanceTimersByTime(1_000);
  expect(document.activeElement).toBe(tool);
});

it('[E38] the paragraph with the caret is marked, new ones as they come, and no other', () => {
  const marked = () => [...editor.view.dom.querySelectorAll('.med-markor')].map((element) => element.textContent);
  expect(marked()).toEqual(['Remissen kom i mars.']);
  editor.commands.setTextSelection(placeOf(editor, 'kom i mars'));
  editor.commands.splitBlock();
  expect(marked()).toEqual(['kom i mars.']);
  editor.commands.setTextSelection(placeOf(editor, 'biblioteket'));
  expect(marked()).toEqual(['Ett stycke om biblioteket.']);
  editor.commands.selectAll();
  editor.commands.deleteSelection();
  expect(marked()).toEqual(['']);
});

it('[E39] somebody else’s caret is drawn after one’s own has been read from the browser, which tells of it later', () => {
  editor.commands.focus();
  const place = placeOf(editor, 'svarar');
  const { node, offset } = editor.view.domAtPos(place);
  const untold = (event: Event) => event.stopImmediatePropagation();
  window.addEventListener('selectionchange', untold, { capture: true });
  document.getSelection()?.collapse(node, offset);
  window.removeEventListener('selectionchange', untold, { capture: true });
  expect(editor.state.selection.head).not.toBe(place);
  editor.view.dispatch(editor.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }));
  expect(editor.state.selection.head).toBe(place);
});

it('[E39] a caret that comes to be drawn after the editor has been closed stops nothing', () => {
  const { view, state } = editor;
  const late = state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true });
  editor.destroy();
  expect(() => view.dispatch(late)).not.toThrow();
});
