// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { closeEditors, open, pair, placeOf, seeded } from './pair.test-support.ts';

afterEach(closeEditors);

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
        closeEditors();
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
    const paragraph = (text: Y.XmlFragment) =>
      ((text.get(0) as Y.XmlElement).get(1) as Y.XmlElement).get(0) as Y.XmlText;
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
      ['a number as typ', (text) => (text.get(0) as Y.XmlElement).setAttribute('typ', 42 as never)],
      ['a mark of another schema', (text) => paragraph(text).format(0, 8, { strike: true })],
      ['a link that would be run', (text) => paragraph(text).format(0, 8, { link: { href: 'javascript:alert(1)' } })],
      ['a picture among the words', (text) => paragraph(text).insertEmbed(4, { bild: 'x' })],
      ['an element among the words', (text) => paragraph(text).insertEmbed(4, new Y.XmlElement('image'))],
      ['a value in an avsnitt', (text) => (text.get(0) as Y.XmlElement).insert(1, [7 as never])],
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
      expect([words(mine), words(theirs)]).toEqual([before, before]);
      mine.commands.setTextSelection(placeOf(mine, 'kom i mars'));
      expect(written).toBe(1);
      doc.off('update', count);

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
        closeEditors();
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
