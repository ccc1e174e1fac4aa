// @vitest-environment happy-dom
import { Editor } from '@tiptap/core';
import { afterEach, expect, test } from 'vitest';
import { avsnitt, beslutslista, dokument, stycke } from './bygg.ts';
import { textExtensions } from './extensions.ts';
import { childrenOf, lopandeText, type TextJson, type TextNod } from './json.ts';

const oppnade: Editor[] = [];
// One that is left open looks for the page a moment later, when there is none any more.
afterEach(() => {
  for (const editor of oppnade.splice(0)) editor.destroy();
});

function oppnad(json: TextJson, selection?: number): Editor {
  const editor = new Editor({ extensions: textExtensions, content: json as object });
  oppnade.push(editor);
  if (selection !== undefined) editor.commands.setTextSelection(selection);
  return editor;
}
const tryck = (editor: Editor, key: string): void => {
  editor.commands.keyboardShortcut(key);
};
const delar = (editor: Editor): readonly string[] =>
  childrenOf((editor.getJSON().content as readonly TextNod[])[0] ?? { type: 'doc' }).map(
    (nod) =>
      `${nod.type}: ${childrenOf(nod).length > 1 ? childrenOf(nod).map(lopandeText).join(' / ') : lopandeText(nod)}`,
  );

test('[T19] Enter in a rubrik goes on as a paragraph, and never pushes the rubrik down', () => {
  const json = dokument(avsnitt('arendet', 'Ärendet', stycke('Text.')));
  const vantat = [
    ['avsnittsrubrik: Ärendet', 'paragraph: Text.'],
    ['avsnittsrubrik: Är', 'paragraph: endet', 'paragraph: Text.'],
    ['avsnittsrubrik: Ärendet', 'paragraph: ', 'paragraph: Text.'],
  ];
  for (const [index, plats] of [2, 4, 9].entries()) {
    const editor = oppnad(json, plats);
    tryck(editor, 'Enter');
    expect(delar(editor)).toEqual(vantat[index]);
  }
});

test('[T19] Enter in a point makes the next point; a paragraph becomes a point and back', () => {
  const editor = oppnad(dokument(avsnitt('beslut', null, beslutslista(['Att avslå.']))), 4 + 'Att avslå.'.length);
  tryck(editor, 'Enter');
  editor.commands.insertContent('Att anföra.');
  expect(delar(editor)).toEqual(['beslutslista: Att avslå. / Att anföra.']);
  const stycken = oppnad(dokument(avsnitt('beslut', null, stycke('Att avslå.'))), 3);
  stycken.commands.toggleBeslutslista();
  expect(delar(stycken)).toEqual(['beslutslista: Att avslå.']);
  stycken.commands.toggleBeslutslista();
  expect(delar(stycken)).toEqual(['paragraph: Att avslå.']);
});

test('[T19] a footnote is put at the caret, with the caret in it, and none within another', () => {
  const editor = oppnad(dokument(avsnitt('arendet', null, stycke('Ord.'))), 5);
  expect(editor.commands.insertFotnot()).toBe(true);
  editor.commands.insertContent('Se bilaga.');
  expect(editor.getJSON()).toMatchObject({
    content: [
      {
        content: [
          {
            content: [{ text: 'Ord' }, { type: 'fotnot', content: [{ text: 'Se bilaga.' }] }, { text: '.' }],
          },
        ],
      },
    ],
  });
  expect(editor.commands.insertFotnot()).toBe(false);
});

test('[T19] opening a document writes nothing in it', () => {
  const json = dokument({ type: 'avsnitt', attrs: { typ: 'nasta_ars' } }, { type: 'bulletList' });
  expect(oppnad(json).getJSON()).toMatchObject({
    content: [{ type: 'avsnitt', attrs: { typ: 'nasta_ars' } }, { type: 'bulletList' }],
  });
});
