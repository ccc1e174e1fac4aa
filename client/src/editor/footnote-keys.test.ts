// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import { afterEach, expect, it } from 'vitest';
import { closeEditors, open, placeOf, seeded } from './pair.test-support.ts';

afterEach(closeEditors);

function withNote(words: string): Editor {
  const editor = open(seeded());
  editor.commands.setTextSelection(placeOf(editor, ' om biblioteket'));
  editor.commands.insertFotnot();
  editor.commands.insertContent(words);
  return editor;
}

/** The browser is about to delete so many letters before the caret and after it. @returns whether it is kept from it. */
function browserDeletes(editor: Editor, before: number, after: number): boolean {
  const { from } = editor.state.selection;
  const start = editor.view.domAtPos(from - before);
  const end = editor.view.domAtPos(from + after);
  const range = {
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  };
  const event = new InputEvent('beforeinput', { inputType: 'deleteContentBackward', bubbles: true, cancelable: true });
  editor.view.dom.dispatchEvent(Object.assign(event, { getTargetRanges: () => [range] }));
  return event.defaultPrevented;
}

const sentence = (editor: Editor) => /<p>(.*?)<\/p>/.exec(editor.getHTML())?.[1];
const NOTE = (words: string) => `Ett stycke<span data-fotnot="" role="note">${words}</span> om biblioteket.`;

it('[E41] its last letter or word goes, and the footnote stays with the caret in it', () => {
  for (const words of ['N', 'Noten.']) {
    const editor = withNote(words);
    expect(browserDeletes(editor, words.length, 0)).toBe(true);
    editor.view.dispatch(editor.state.tr.insertText('Rätt'));
    expect(sentence(editor)).toBe(NOTE('Rätt'));
  }
});

it('[E40] a deletion that reaches over its edge stops there', () => {
  const editor = withNote('Noten.');
  editor.commands.setTextSelection(editor.state.selection.from - 2);
  expect(browserDeletes(editor, 0, 2 + 4)).toBe(true);
  expect(sentence(editor)).toBe(NOTE('Note'));
});

it('[E40] what takes some letters out of it, or is outside it, is left to the browser', () => {
  const editor = withNote('Noten.');
  expect(browserDeletes(editor, 1, 0)).toBe(false);
  editor.commands.setTextSelection(placeOf(editor, 'Ett till.') + 3);
  expect(browserDeletes(editor, 3, 0)).toBe(false);
});

it('[E59] the arrows go into it and out of it, Escape out of it, and what is written behind it stands there', () => {
  const editor = withNote('Noten');
  const press = (key: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    editor.view.dom.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const types = (letters: string) => editor.view.dispatch(editor.state.tr.insertText(letters));
  expect(press('Escape')).toBe(true);
  types('E');
  expect(press('Backspace')).toBe(true);
  expect(press('ArrowLeft')).toBe(true);
  types('!');
  expect(press('ArrowRight')).toBe(true);
  types('R');
  editor.commands.setTextSelection(placeOf(editor, 'Noten'));
  expect(press('ArrowLeft')).toBe(true);
  types('L');
  expect(press('ArrowRight')).toBe(true);
  types('¹');
  expect(sentence(editor)).toBe(NOTE('¹Noten!').replace('<span', 'L<span').replace('</span>', '</span>R'));
  expect(press('ArrowRight')).toBe(false);
});
