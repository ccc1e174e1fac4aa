// @vitest-environment happy-dom
import { avsnitt, dokument, stycke, textSchema } from '@samskrift/shared';
import { Editor } from '@tiptap/core';
import { prosemirrorJSONToYXmlFragment, ySyncPluginKey } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { editorExtensions } from './extensions.ts';

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

const TEXT = dokument(
  avsnitt('sammanfattning', 'Sammanfattning', stycke('Ett stycke om biblioteket.'), stycke('Ett till.')),
  avsnitt('arendet', 'Ärendet', stycke('Remissen kom i mars.'), stycke('Nämnden svarar i maj.')),
);

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  prosemirrorJSONToYXmlFragment(textSchema, TEXT, doc.getXmlFragment('text'));
  return doc;
}

function open(doc: Y.Doc): Editor {
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: editorExtensions(doc.getXmlFragment('text'), null, { id: 'p', name: 'P' }),
  });
  editors.push(editor);
  return editor;
}

/** Two editors of one text whose changes reach each other at once. */
function pair(): readonly [Editor, Editor] {
  const one = seeded();
  const two = new Y.Doc();
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  one.on('update', (update: Uint8Array, origin: unknown) => origin !== 'wire' && Y.applyUpdate(two, update, 'wire'));
  two.on('update', (update: Uint8Array, origin: unknown) => origin !== 'wire' && Y.applyUpdate(one, update, 'wire'));
  return [open(one), open(two)];
}

function placeOf(editor: Editor, words: string): number {
  let place = -1;
  editor.state.doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (at >= 0) place = pos + at;
  });
  if (place < 0) throw new RangeError(`«${words}» is not in the text`);
  return place;
}

describe('Binding', () => {
  it('[E3] opening, and moving the caret, writes nothing', () => {
    const doc = seeded();
    let updates = 0;
    doc.on('update', () => updates++);
    const editor = open(doc);
    editor.commands.setTextSelection(5);
    editor.commands.selectAll();
    expect(editor.getText()).toContain('Remissen kom i mars.');
    expect(updates).toBe(0);
  });

  it('[E4] the caret keeps its place in a word while somebody else writes before it in the same paragraph', () => {
    const [mine, theirs] = pair();
    mine.commands.setTextSelection(placeOf(mine, 'kom i mars'));
    theirs.commands.insertContentAt(placeOf(theirs, 'Remissen'), 'Den långa ');
    expect(mine.getText()).toContain('Den långa Remissen');
    expect(mine.state.selection.from).toBe(placeOf(mine, 'kom i mars'));
  });

  it('[E5] a remote change is a step over what differs, so that marks elsewhere keep their places', () => {
    const [mine, theirs] = pair();
    const steps: number[] = [];
    mine.on('transaction', ({ transaction }) => {
      for (const map of transaction.mapping.maps)
        map.forEach((from, to) => {
          steps.push(to - from);
        });
    });
    theirs.commands.insertContentAt(placeOf(theirs, 'biblioteket'), 'det nya ');
    expect(steps).toEqual([0]);
    const { binding } = ySyncPluginKey.getState(mine.state);
    expect(binding.mapping.get(binding.type.get(0))).toBe(mine.state.doc.child(0));
  });

  it('[E6] after any edits by two people, both see the same text, and the binding knows the nodes of the screen', () => {
    const edit = fc.record({
      who: fc.nat(1),
      at: fc.nat(200),
      kind: fc.constantFrom('write', 'split', 'delete', 'bold', 'list', 'undo'),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        const both = pair();
        for (const { who, at, kind } of edits) {
          const editor = both[who === 0 ? 0 : 1];
          const pos = Math.min(at, editor.state.doc.content.size);
          editor.commands.setTextSelection({ from: pos, to: Math.min(pos + 3, editor.state.doc.content.size) });
          if (kind === 'write') editor.commands.insertContent('ord ');
          else if (kind === 'split') editor.commands.splitBlock();
          else if (kind === 'delete') editor.commands.deleteSelection();
          else if (kind === 'bold') editor.commands.toggleBold();
          else if (kind === 'list') editor.commands.toggleBulletList();
          else editor.commands.undo();
        }
        expect(both[0].getJSON()).toEqual(both[1].getJSON());
        for (const editor of both) {
          const { binding } = ySyncPluginKey.getState(editor.state);
          binding.type.toArray().forEach((type: Y.XmlElement, index: number) => {
            expect(binding.mapping.get(type).eq(editor.state.doc.child(index))).toBe(true);
          });
        }
        for (const editor of editors.splice(0)) editor.destroy();
      }),
      { numRuns: 60 },
    );
  });

  describe('what a foreign client puts where nothing of the kind has a place', () => {
    const alone = () => {
      const text = new Y.XmlText();
      text.insert(0, 'Lös text');
      return text;
    };
    const MISFITS: readonly (readonly [string, (text: Y.XmlFragment) => void])[] = [
      ['a text by itself, first', (text) => text.insert(0, [alone()])],
      ['a text by itself, last', (text) => text.insert(text.length, [alone()])],
      ['an unknown element', (text) => text.insert(1, [new Y.XmlElement('marquee')])],
      ['a document', (text) => text.insert(0, [new Y.XmlElement('doc')])],
      ['a point of no list', (text) => text.insert(1, [new Y.XmlElement('beslutssats')])],
      ['a text in an avsnitt', (text) => (text.get(0) as Y.XmlElement).insert(1, [alone()])],
      ['an unknown element in an avsnitt', (text) => (text.get(1) as Y.XmlElement).insert(0, [new Y.XmlElement('x')])],
      [
        'an avsnitt in a paragraph',
        (text) => ((text.get(0) as Y.XmlElement).get(1) as Y.XmlElement).insert(0, [new Y.XmlElement('avsnitt')]),
      ],
    ];
    const words = (editor: Editor) => editor.getText({ blockSeparator: '\n' });

    it.each(MISFITS)('[E28] %s: every open text stays, and people go on writing', (_what, misfit) => {
      const [mine, theirs] = pair();
      const before = words(mine);
      const { doc, type } = ySyncPluginKey.getState(mine.state).binding;
      let written = 0;
      const count = () => written++;
      doc.on('update', count);
      doc.transact(() => misfit(type), 'foreign');
      expect(written).toBe(1);
      doc.off('update', count);
      expect([words(mine), words(theirs)]).toEqual([before, before]);

      theirs.commands.insertContentAt(placeOf(theirs, 'biblioteket'), 'det nya ');
      mine.commands.insertContentAt(placeOf(mine, 'kom i mars'), 'äntligen ');
      expect(words(mine)).toBe(
        before.replace('biblioteket', 'det nya biblioteket').replace('kom i mars', 'äntligen kom i mars'),
      );
      expect(words(theirs)).toBe(words(mine));
      expect(open(doc).getJSON()).toEqual(mine.getJSON());
    });

    it.each(MISFITS)(
      '[E28] %s, there from before: the text opens without it, and nothing is written',
      (_what, misfit) => {
        const doc = seeded();
        const before = words(open(doc));
        for (const editor of editors.splice(0)) editor.destroy();
        misfit(doc.getXmlFragment('text'));
        let written = 0;
        doc.on('update', () => written++);
        const editor = open(doc);
        expect([words(editor), written]).toEqual([before, 0]);
        editor.commands.insertContentAt(placeOf(editor, 'Ett till'), 'Och ');
        expect(words(editor)).toBe(before.replace('Ett till', 'Och Ett till'));
      },
    );
  });
});
