import { EditorState, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import { avsnitt, dokument, punktlista, stycke } from './bygg.ts';
import type { TextJson, TextNod } from './json.ts';
import { jsonFromNode, nodeFromJson } from './node.ts';
import { tabellredigering } from './tabell.ts';
import { utfyllnad } from './utfyllnad.ts';

const fjarran = (tr: Transaction): Transaction => tr.setMeta(ySyncPluginKey, { isChangeOrigin: true });
const oppnad = (json: TextJson): EditorState =>
  EditorState.create({ doc: nodeFromJson(json), plugins: [utfyllnad(), tabellredigering()] });
const cell: TextNod = { type: 'tableCell', content: [stycke('x')] };

test('[T17] whoever empties an avsnitt or a list has a paragraph to go on in, with the caret there', () => {
  for (const tomd of [stycke('bort'), punktlista(['bort', 'också'])]) {
    const state = oppnad(dokument(avsnitt('eget', null, tomd)));
    const { state: after } = state.applyTransaction(state.tr.delete(1, state.doc.content.size - 1));
    expect(jsonFromNode(after.doc)).toMatchObject({ content: [{ content: [{ type: 'paragraph' }] }] });
    expect(after.selection.$from.parent.type.name).toBe('paragraph');
  }
});

test('[T17] an emptied list gives way to a paragraph', () => {
  const state = oppnad(dokument(avsnitt('eget', null, punktlista(['bort']), stycke('Kvar.'))));
  const lista = state.doc.child(0).child(0);
  const { state: after } = state.applyTransaction(state.tr.delete(2, 1 + lista.nodeSize - 1));
  expect(jsonFromNode(after.doc)).toMatchObject({
    content: [{ content: [{ type: 'paragraph' }, { type: 'paragraph' }] }],
  });
});

test('[T17] what others empty is not filled: every client would add a paragraph', () => {
  const state = oppnad(dokument(avsnitt('eget', null, stycke('bort'))));
  const { state: after } = state.applyTransaction(fjarran(state.tr.delete(1, state.doc.content.size - 1)));
  expect(after.doc.child(0).childCount).toBe(0);
});

test('[T17] an emptied footnote is no place for a paragraph: the sentence it stands in stays whole', () => {
  const fotnot: TextNod = { type: 'fotnot', content: [{ type: 'text', text: 'bort' }] };
  const mening: TextNod = { type: 'paragraph', content: [fotnot, { type: 'text', text: 'Ord.' }] };
  const state = oppnad(dokument(avsnitt('eget', null, mening)));
  const { state: after } = state.applyTransaction(state.tr.delete(3, 3 + 'bort'.length));
  expect(jsonFromNode(after.doc)).toMatchObject({
    content: [{ content: [{ content: [{ type: 'fotnot' }, { text: 'Ord.' }] }] }],
  });
});

test('[T18] a jagged table that comes from others is left, and mended by the next who edits it', () => {
  const state = oppnad(dokument());
  const ojamn = nodeFromJson(
    dokument({
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell, cell] },
        { type: 'tableRow', content: [cell] },
      ],
    }),
  );
  const { state: kommen } = state.applyTransaction(fjarran(state.tr.insert(0, ojamn.content)));
  expect(kommen.doc.child(0).child(1).childCount).toBe(1);
  const { state: lagad } = kommen.applyTransaction(kommen.tr.insertText('y', 4));
  expect(lagad.doc.child(0).child(1).childCount).toBe(2);
});
