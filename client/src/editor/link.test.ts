// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { closeEditors, connected, open, placeOf, seeded } from './pair.test-support.ts';

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

function written(words: string): string {
  const editor = open(seeded());
  editor.commands.setTextSelection(placeOf(editor, 'biblioteket') + 'biblioteket'.length);
  for (const letter of words) editor.view.dispatch(editor.state.tr.insertText(letter));
  return editor.getHTML();
}

it('[E48] an address that is written with www or a protocol becomes a link, other words with a full stop do not', () => {
  expect(written(' på www.exempel.se nu')).toMatch(
    /<a[^>]* href="https:\/\/www\.exempel\.se"[^>]*>www\.exempel\.se<\/a> nu/,
  );
  expect(written(' på https://exempel.se/a nu')).toMatch(/<a[^>]* href="https:\/\/exempel\.se\/a"[^>]*>/);
  expect(written(' enligt bl.a.se nu, och exempel.se så')).not.toContain('<a');
});

it('[E48] also in a footnote and behind one, at the end of a line and of a paragraph, and in brackets', () => {
  const editor = open(seeded());
  const types = (letters: string) => {
    for (const letter of letters) editor.view.dispatch(editor.state.tr.insertText(letter));
  };
  const links = () => [...editor.getHTML().matchAll(/<a[^>]*>(.*?)<\/a>/g)].map(([, words]) => words);
  editor.commands.setTextSelection(placeOf(editor, ' om biblioteket'));
  editor.commands.insertFotnot();
  types('Se www.not.se och');
  expect(links()).toEqual(['www.not.se']);
  editor.commands.setTextSelection(placeOf(editor, 'biblioteket') + 'biblioteket'.length);
  types(' (www.efter.se) och');
  expect(links()).toEqual(['www.not.se', 'www.efter.se']);
  types(' www.rad.se');
  editor.commands.setHardBreak();
  types('www.stycke.se');
  editor.commands.splitBlock();
  expect(links()).toEqual(['www.not.se', 'www.efter.se', 'www.rad.se', 'www.stycke.se']);
});

it('[E48] what another writes is theirs to make a link of', () => {
  const [mine, theirs] = connected(2);
  if (mine === undefined || theirs === undefined) throw new RangeError('two documents');
  const written: unknown[] = [];
  mine.on('update', (_update: Uint8Array, origin: unknown) => origin !== 'wire' && written.push(origin));
  const reader = open(mine);
  const writer = open(theirs);
  const end = placeOf(writer, 'biblioteket') + 'biblioteket'.length;
  for (const editor of [reader, writer]) editor.commands.setTextSelection(end);
  for (const letter of ' www.deras.se ') writer.view.dispatch(writer.state.tr.insertText(letter));
  expect(reader.getHTML()).toContain('>www.deras.se</a>');
  expect(written).toEqual([]);
});

it('[E48] a pasted link without its protocol leads to the address and not to a page of ours', () => {
  const editor = open(seeded());
  editor.commands.insertContentAt(placeOf(editor, 'biblioteket'), '<p><a href="www.exempel.se">webben</a></p>');
  expect(editor.getHTML()).toMatch(/<a[^>]* href="https:\/\/www\.exempel\.se"[^>]*>webben<\/a>/);
});
