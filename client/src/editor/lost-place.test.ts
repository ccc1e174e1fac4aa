// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import { afterEach, expect, it } from 'vitest';
import { avsnittAt, removeAvsnitt } from './avsnitt.ts';
import { closeEditors, pair, placeOf } from './pair.test-support.ts';

afterEach(closeEditors);

function caretIn(editor: Editor, words: string): void {
  editor.commands.setTextSelection(placeOf(editor, words) + 3);
}

function types(editor: Editor, letters: string): void {
  for (const letter of letters) editor.view.dispatch(editor.state.tr.insertText(letter));
}

function remove(editor: Editor, avsnitt: number): void {
  const place = avsnittAt(editor.state.doc, avsnitt);
  if (place === null) throw new RangeError('no such avsnitt');
  removeAvsnitt(editor, place);
}

function removeParagraph(editor: Editor, words: string): void {
  const $at = editor.state.doc.resolve(placeOf(editor, words));
  editor.view.dispatch(editor.state.tr.delete($at.before(), $at.after()));
}

const outline = (editor: Editor) =>
  editor.state.doc.content.content.map((avsnitt) => avsnitt.content.content.map(({ textContent }) => textContent));

it('[E49] who writes in an avsnitt that another removes writes on at the end of the one before it', () => {
  const [mine, theirs] = pair();
  caretIn(mine, 'Remissen');
  types(mine, 'ab');
  remove(theirs, 1);
  types(mine, 'cd');
  expect(outline(mine)).toEqual([['Sammanfattning', 'Ett stycke om biblioteket.', 'Ett till.cd']]);
  expect(outline(theirs)).toEqual(outline(mine));
});

it('[E49] where there is none before, in the words of the next one and not in its heading', () => {
  const [mine, theirs] = pair();
  caretIn(mine, 'Ett till.');
  remove(theirs, 0);
  types(mine, 'cd');
  expect(outline(theirs)).toEqual([['Ärendet', 'cdRemissen kom i mars.', 'Nämnden svarar i maj.']]);
});

it('[E49] also who writes in its heading', () => {
  const [mine, theirs] = pair();
  caretIn(mine, 'Sammanfattning');
  remove(theirs, 0);
  types(mine, 'cd');
  expect(outline(theirs)).toEqual([['Ärendet', 'cdRemissen kom i mars.', 'Nämnden svarar i maj.']]);
});

it('[E49] who writes in a paragraph that is removed stays in its avsnitt, behind what stood before', () => {
  const [mine, theirs] = pair();
  caretIn(mine, 'Nämnden');
  removeParagraph(theirs, 'Nämnden');
  types(mine, 'cd');
  expect(outline(theirs)[1]).toEqual(['Ärendet', 'Remissen kom i mars.cd']);
});

it('[E49] of the first paragraph, before what stood behind it', () => {
  const [mine, theirs] = pair();
  caretIn(mine, 'Remissen');
  removeParagraph(theirs, 'Remissen');
  types(mine, 'cd');
  expect(outline(theirs)[1]).toEqual(['Ärendet', 'cdNämnden svarar i maj.']);
});

it('[E49] whose paragraph is made an item of a list writes on in the same word', () => {
  const [mine, theirs] = pair();
  caretIn(mine, 'Remissen');
  theirs.chain().setTextSelection(placeOf(theirs, 'Nämnden')).toggleBulletList().run();
  theirs.chain().setTextSelection(placeOf(theirs, 'Remissen')).toggleBulletList().run();
  types(mine, 'X');
  expect(mine.getText()).toContain('RemXissen kom i mars.');
  expect(theirs.getText()).toBe(mine.getText());
});

it('[E49] whose paragraph or list item is parted before them writes on in the same word', () => {
  const [mine, theirs] = pair();
  caretIn(mine, 'Remissen');
  mine.commands.setTextSelection(placeOf(mine, ' i mars.') + ' i mars.'.length);
  theirs.chain().setTextSelection(placeOf(theirs, 'kom i mars')).splitBlock().run();
  types(mine, 'X');
  expect(outline(theirs)[1]).toEqual(['Ärendet', 'Remissen ', 'kom i mars.X', 'Nämnden svarar i maj.']);
  theirs.chain().setTextSelection(placeOf(theirs, 'Nämnden')).toggleBulletList().run();
  mine.commands.setTextSelection(placeOf(mine, 'maj.') + 2);
  theirs.chain().setTextSelection(placeOf(theirs, 'svarar')).splitListItem('listItem').run();
  types(mine, 'Y');
  expect(mine.getText()).toContain('svarar i maYj.');
  expect(theirs.getText()).toBe(mine.getText());
});

it('[E49] a caret elsewhere, and one’s own undo, are left as they are', () => {
  const [mine, theirs] = pair();
  caretIn(mine, 'Remissen');
  types(mine, 'ab');
  remove(theirs, 0);
  types(mine, 'cd');
  expect(outline(mine)[0]).toEqual(['Ärendet', 'Remabcdissen kom i mars.', 'Nämnden svarar i maj.']);
  caretIn(mine, 'Nämnden');
  mine.commands.undo();
  types(mine, 'X');
  expect(outline(mine)[0]).toEqual(['Ärendet', 'Remissen kom i mars.', 'NämXnden svarar i maj.']);
});
