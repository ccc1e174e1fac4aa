import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { canSplit } from '@tiptap/pm/transform';
import { initProseMirrorDoc, updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { svensktDokumentArb } from './arbitrary.test-support.ts';
import { avsnitt, beslutslista, dokument, stycke } from './bygg.ts';
import { textSchema } from './extensions.ts';
import type { TextJson } from './json.ts';
import { jsonFromYdoc, TEXT_FRAGMENT, updateFromJson, ydocFromJson } from './ydoc.ts';

/** One edit, its place and target as parts of the document's size, so that it fits any document. */
interface Redigering {
  readonly slag: 'radera' | 'klyv' | 'klistra' | 'flytta' | 'fet' | 'skriv' | 'tom';
  readonly fran: number;
  readonly till: number;
}

const andel = fc.double({ min: 0, max: 1, noNaN: true });
const redigering: fc.Arbitrary<Redigering> = fc.record({
  slag: fc.constantFrom('radera', 'klyv', 'klistra', 'flytta', 'fet', 'skriv', 'tom'),
  fran: andel,
  till: andel,
});

function redigera(tr: Transaction, { slag, fran, till }: Redigering): void {
  const size = tr.doc.content.size;
  const [a, b] = [Math.floor(fran * size), Math.floor(till * size)];
  const [from, to] = a < b ? [a, b] : [b, a];
  switch (slag) {
    case 'radera':
      tr.deleteRange(from, to);
      return;
    case 'tom': {
      // Empties the node that the place is in, as two people each deleting the other's last paragraph do.
      const plats = tr.doc.resolve(from);
      tr.delete(plats.start(), plats.end());
      return;
    }
    case 'klyv':
      if (canSplit(tr.doc, from)) tr.split(from);
      return;
    case 'flytta': {
      const del = tr.doc.slice(from, to);
      tr.deleteRange(from, to);
      tr.replaceRange(0, 0, del);
      return;
    }
    case 'klistra':
      tr.replaceRange(from, from, new Slice(tr.doc.content, 0, 0));
      return;
    case 'fet':
      tr.addMark(from, to, textSchema.mark('bold'));
      return;
    case 'skriv':
      if (tr.doc.resolve(from).parent.inlineContent) tr.insertText('skrivet', from);
      return;
  }
}

/** A person who has the document open, edits it with ProseMirror and writes the change to Yjs as y-tiptap does. */
function skrivSomPerson(update: Uint8Array, edits: readonly Redigering[]): Y.Doc {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, update);
  for (const edit of edits) {
    const fragment = ydoc.getXmlFragment(TEXT_FRAGMENT);
    const { doc, meta } = initProseMirrorDoc(fragment, textSchema);
    const tr = EditorState.create({ doc, selection: TextSelection.atStart(doc) }).tr;
    redigera(tr, edit);
    ydoc.transact(() => updateYFragment(ydoc, fragment, tr.doc, meta));
  }
  return ydoc;
}

/** Opens the document as a new editor does, which deletes what does not fit. @returns whether that wrote anything. */
function oppna(merged: Y.Doc): { readonly raderat: boolean; readonly json: TextJson } {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(merged));
  const before = Y.encodeStateAsUpdate(ydoc);
  yXmlFragmentToProseMirrorRootNode(ydoc.getXmlFragment(TEXT_FRAGMENT), textSchema);
  return { raderat: Buffer.compare(before, Y.encodeStateAsUpdate(ydoc)) !== 0, json: jsonFromYdoc(ydoc) };
}

test('[T6] whatever two people do at once, no editor that opens the merged text deletes anything', () => {
  const edits = fc.array(redigering, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(svensktDokumentArb, edits, edits, (json, annas, bosses) => {
      const seed = updateFromJson(json);
      const [anna, bo] = [skrivSomPerson(seed, annas), skrivSomPerson(seed, bosses)];
      Y.applyUpdate(anna, Y.encodeStateAsUpdate(bo));
      Y.applyUpdate(bo, Y.encodeStateAsUpdate(anna));
      const { raderat, json: sammanslaget } = oppna(anna);
      expect(raderat).toBe(false);
      expect(jsonFromYdoc(bo)).toEqual(sammanslaget);
    }),
    { numRuns: 300 },
  );
});

/** The node without every second of its children, at all levels. */
function varannan(node: Node, rest: number): Node {
  if (node.isTextblock) return node;
  const kvar = node.children.filter((_, index) => index % 2 === rest).map((child) => varannan(child, rest));
  return node.copy(Fragment.from(kvar));
}

test('[T6] two people who between them delete everything leave only what is empty, and that stands', () => {
  fc.assert(
    fc.property(svensktDokumentArb, (json) => {
      const [anna, bo] = [0, 1].map((rest) => {
        const ydoc = ydocFromJson(json);
        const fragment = ydoc.getXmlFragment(TEXT_FRAGMENT);
        const { doc, meta } = initProseMirrorDoc(fragment, textSchema);
        ydoc.transact(() => updateYFragment(ydoc, fragment, varannan(doc, rest), meta));
        return ydoc;
      });
      if (anna === undefined || bo === undefined) throw new RangeError('two people');
      Y.applyUpdate(anna, Y.encodeStateAsUpdate(bo));
      expect(oppna(anna).raderat).toBe(false);
    }),
  );
});

test('[T6] two people who each delete one of the two last points leave an empty list, and the rest stands', () => {
  const seed = updateFromJson(dokument(avsnitt('beslut', 'Beslut', beslutslista(['ett', 'två']), stycke('Kvar.'))));
  const [anna, bo] = [0, 1].map((punkt) => {
    const ydoc = new Y.Doc();
    Y.applyUpdate(ydoc, seed);
    const del = ydoc.getXmlFragment(TEXT_FRAGMENT).get(0) as Y.XmlElement;
    (del.get(1) as Y.XmlElement).delete(punkt, 1);
    return ydoc;
  });
  if (anna === undefined || bo === undefined) throw new RangeError('two people');
  Y.applyUpdate(anna, Y.encodeStateAsUpdate(bo));
  const { raderat, json } = oppna(anna);
  expect(raderat).toBe(false);
  expect(json.content?.[0]?.content).toMatchObject([{}, { type: 'beslutslista' }, { content: [{ text: 'Kvar.' }] }]);
});

test('[T6] a rubrik that one deletes while another writes under it costs nothing but the rubrik', () => {
  const seed = updateFromJson(dokument(avsnitt('arendet', 'Ärendet', stycke('Ett.'))));
  const bort = new Y.Doc();
  Y.applyUpdate(bort, seed);
  (bort.getXmlFragment(TEXT_FRAGMENT).get(0) as Y.XmlElement).delete(0, 1);
  const skriver = skrivSomPerson(seed, [{ slag: 'skriv', fran: 0.9, till: 0.9 }]);
  Y.applyUpdate(bort, Y.encodeStateAsUpdate(skriver));
  const { raderat, json } = oppna(bort);
  expect(raderat).toBe(false);
  expect(JSON.stringify(json)).toContain('skrivet');
  expect(JSON.stringify(json)).not.toContain('Ärendet');
});

test('[T7] two lists of decisions that follow each other stay two', () => {
  const json = dokument(avsnitt('beslut', 'Beslut', beslutslista(['ett', 'två']), beslutslista(['tre'], 7)));
  const listor = jsonFromYdoc(ydocFromJson(json)).content?.[0]?.content?.slice(1);
  expect(listor).toMatchObject([{ attrs: { start: 1 } }, { attrs: { start: 7 }, content: [{}] }]);
});
