// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { closeEditors, open, placeOf, seeded } from './pair.test-support.ts';

afterEach(closeEditors);

it('[E47] what is written after a link is no part of it, and what is written in it is', () => {
  const editor = open(seeded());
  const from = placeOf(editor, 'biblioteket');
  const to = from + 'biblioteket'.length;
  editor.chain().setTextSelection({ from, to }).setLink({ href: 'https://exempel.se' }).setTextSelection(to).run();
  editor.view.dispatch(editor.state.tr.insertText(' mer'));
  editor.commands.setTextSelection(from + 3);
  editor.view.dispatch(editor.state.tr.insertText('X'));
  expect(editor.getHTML()).toMatch(/<a[^>]*>bibXlioteket<\/a> mer/);
});
