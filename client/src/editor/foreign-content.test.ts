// @vitest-environment happy-dom
import { nodeFromYdoc } from '@samskrift/shared';
import type { Editor } from '@tiptap/core';
import { yCursorPluginKey } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { closeEditors, connected, open, placeOf } from './pair.test-support.ts';

afterEach(closeEditors);

const ODD: readonly unknown[] = [
  null,
  true,
  42,
  -1,
  1e9,
  1.5,
  Number.NaN,
  'text',
  '3',
  'javascript:alert(1)',
  '',
  [],
  [1, 'x'],
  {},
  { href: 'javascript:alert(1)' },
  { href: 42 },
  { href: { toString: 1 } },
  { href: 'https://exempel.se' },
];
const NAMES = ['typ', 'start', 'type', 'colspan', 'rowspan', 'colwidth', 'scope', 'level', 'href', 'class', 'ychange'];
const MARKS = ['bold', 'italic', 'link', 'strike', 'ychange', 'bold--AAAAAAAA', 'constructor', '__proto__', ''];
const NODES = [
  'paragraph',
  'avsnitt',
  'avsnittsrubrik',
  'doc',
  'text',
  'table',
  'tableRow',
  'tableCell',
  'orderedList',
];
const ELEMENTS = [
  ...NODES,
  'beslutslista',
  'beslutssats',
  'fotnot',
  'hardBreak',
  'heading',
  'image',
  'constructor',
  '',
];

const KINDS = [
  'embed',
  'mark',
  'attribute',
  'element',
  'loose text',
  'element in text',
  'value',
  'words in element',
] as const;

/** One thing that a client which knows nothing of the schema does, somewhere in the text. */
interface Foreign {
  readonly kind: (typeof KINDS)[number];
  readonly where: number;
  readonly at: number;
  readonly name: string;
  readonly value: unknown;
}
const foreign: fc.Arbitrary<Foreign> = fc.record({
  kind: fc.constantFrom(...KINDS),
  where: fc.nat(30),
  at: fc.nat(30),
  name: fc.constantFrom(...NAMES, ...MARKS, ...ELEMENTS),
  value: fc.constantFrom(...ODD),
});

function textsIn(type: Y.XmlFragment): readonly Y.XmlText[] {
  return type.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsIn(child) : [];
  });
}

function elementsIn(type: Y.XmlFragment): readonly Y.XmlElement[] {
  return type.toArray().flatMap((child) => (child instanceof Y.XmlElement ? [child, ...elementsIn(child)] : []));
}

function element(name: string, value: unknown): Y.XmlElement {
  const made = new Y.XmlElement<{ [key: string]: never }>(name);
  if (value !== null) made.setAttribute('start', value as never);
  return made;
}

function intrude(doc: Y.Doc, { kind, where, at, name, value }: Foreign): void {
  const root = doc.getXmlFragment('text');
  const texts = textsIn(root);
  const elements: readonly Y.XmlFragment[] = [root, ...elementsIn(root)];
  const text = texts[where % texts.length];
  const within = elements[where % elements.length];
  if (text === undefined || within === undefined) return;
  const place = at % (text.length + 1);
  const index = at % (within.length + 1);
  const insert = (what: unknown) => Y.XmlFragment.prototype.insert.call(within, index, [what as never]);
  doc.transact(() => {
    if (kind === 'embed') text.insertEmbed(place, typeof value === 'object' ? { ...value } : { value });
    else if (kind === 'element in text') text.insertEmbed(place, element(name, value));
    else if (kind === 'mark') text.format(0, text.length, { [name]: JSON.parse(JSON.stringify(value)) as object });
    else if (kind === 'attribute') {
      if (within instanceof Y.XmlElement) within.setAttribute(name, value as string);
    } else if (kind === 'element') insert(element(name, value));
    else if (kind === 'loose text') {
      // Beside a text of one's own y-tiptap joins the two, which loses no word but is a write.
      if (!within.toArray().some((child) => child instanceof Y.XmlText)) insert(new Y.XmlText(''));
    } else if (kind === 'value') insert(value);
    // What no method of Yjs does, but bytes from the wire may.
    else Y.XmlText.prototype.insert.call(within, index, 'ord');
  });
}

const words = (editor: Editor) => editor.getText({ blockSeparator: '\n' }).split('\n').filter(Boolean).join('\n');

describe('what a foreign client writes into an open text', () => {
  it('[E35] no editor falls, all show the same, which is what would be sealed, and our own words stay as they were', () => {
    const ours = fc.record({
      who: fc.nat(1),
      beside: fc.constantFrom('biblioteket', 'till', 'kom i', 'svarar', 'Ärendet'),
    });
    const turn = fc.oneof({ weight: 2, arbitrary: foreign }, ours);
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 12 }), (turns) => {
        const [wild, one, two] = connected(3);
        if (one === undefined || two === undefined || wild === undefined) throw new RangeError('three documents');
        const both = [open(one), open(two)] as const;
        let written = 0;
        for (const doc of [one, two]) doc.on('update', (_update, origin) => origin !== 'wire' && written++);
        for (const turn of turns) {
          const before = words(both[0]);
          if ('kind' in turn) {
            written = 0;
            intrude(wild, turn);
            for (const editor of both)
              editor.commands.setTextSelection(placeOf(editor, turn.at % 2 ? 'till' : 'maj.') + 3);
            expect(written).toBe(0);
            expect(words(both[0])).toBe(before);
          } else {
            const editor = both[turn.who === 0 ? 0 : 1];
            editor.commands.insertContentAt(placeOf(editor, turn.beside), 'nytt ');
            expect(words(both[0])).toBe(before.replace(turn.beside, `nytt ${turn.beside}`));
          }
          expect(both[1].getJSON()).toEqual(both[0].getJSON());
          expect(nodeFromYdoc(one).toJSON()).toEqual(both[0].getJSON());
        }
        closeEditors();
      }),
      { numRuns: 200 },
    );
  });

  it('[E36] a caret that is none is not drawn, and stops nobody', () => {
    const [wild, one] = connected(2);
    if (wild === undefined || one === undefined) throw new RangeError('two documents');
    const last = textsIn(wild.getXmlFragment('text')).at(-1) ?? new Y.XmlText();
    const awareness = new Awareness(one);
    const editor = open(one, awareness);
    const drawn = (cursor: unknown): number => {
      awareness.states.set(7, { user: { id: 'wild', name: 'Vild' }, cursor });
      editor.view.dispatch(editor.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }));
      wild.transact(() => last.insert(0, 'x'));
      return editor.view.dom.querySelectorAll('.andras-markor').length;
    };
    const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(last, 3)) as object;
    expect(drawn({ anchor: place, head: place })).toBe(1);
    const id = (client: unknown, clock: unknown) => ({ ...place, item: { client, clock } });
    const odd = [
      ...[null, 1, 'x', [], {}, { item: 7 }, { item: {} }, { tname: 'annat' }, { tname: 7 }, { type: 'x' }],
      ...[id(-1, 0), id(1.5, 0), id('1', 0), id(null, 0), id(wild.clientID, -1), id(wild.clientID, 0.5)],
      ...[{ ...place, assoc: {} }, id(wild.clientID, 1e15), { type: { client: wild.clientID, clock: 1e15 } }],
    ];
    for (const one of odd) {
      for (const cursor of [one, { anchor: one, head: place }, { anchor: place, head: one }]) {
        expect([JSON.stringify(cursor), drawn(cursor)]).toEqual([JSON.stringify(cursor), 0]);
      }
    }
    expect(editor.getText()).toContain('x'.repeat(odd.length * 3 + 1));
    awareness.destroy();
  });

  it('[E36] a place anywhere at all in what Yjs holds is drawn in the text or not at all', () => {
    const [wild, one] = connected(2);
    if (wild === undefined || one === undefined) throw new RangeError('two documents');
    wild.getXmlFragment('annat').insert(0, [new Y.XmlElement('x')]);
    for (const type of elementsIn(wild.getXmlFragment('text'))) type.setAttribute('n', '7');
    for (const kind of ['embed', 'element in text', 'value', 'words in element', 'element'] as const) {
      intrude(wild, { kind, where: 1, at: 0, name: 'okand', value: 7 });
    }
    const awareness = new Awareness(one);
    const editor = open(one, awareness);
    for (let clock = 0; clock < Y.getState(wild.store, wild.clientID); clock++) {
      const item = { client: wild.clientID, clock };
      for (const place of [{ item }, { type: item }, { item, assoc: -1 }]) {
        awareness.states.set(7, { user: { id: 'wild', name: 'Vild' }, cursor: { anchor: place, head: place } });
        editor.view.dispatch(editor.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }));
      }
    }
    expect(editor.view.dom.querySelectorAll('.andras-markor').length).toBeLessThan(2);
    awareness.destroy();
  });
});
