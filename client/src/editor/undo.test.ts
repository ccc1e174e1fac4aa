import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';

type Deed =
  | { readonly kind: 'replace'; readonly at: number; readonly from: number; readonly length: number }
  | { readonly kind: 'remove' | 'rebuild' | 'undo'; readonly at: number };

/** A text of paragraphs, as the editor writes them, and the undo of who writes in it. */
class Written {
  readonly #doc = new Y.Doc();
  readonly #fragment = this.#doc.getXmlFragment('text');
  readonly undo: Y.UndoManager;

  constructor(...paragraphs: readonly string[]) {
    this.#fragment.insert(0, paragraphs.map(paragraph));
    this.undo = new Y.UndoManager(this.#fragment, { captureTimeout: 0, trackedOrigins: new Set(['me']) });
  }

  get words(): string {
    return this.#fragment.toArray().map(wordsOf).join('|');
  }

  /** Takes `length` letters away and puts others in their place. */
  replace(at: number, from: number, length: number, by: string): void {
    const text = (this.#fragment.get(at % this.#fragment.length) as Y.XmlElement).get(0) as Y.XmlText;
    const start = from % text.length;
    this.#doc.transact(() => {
      text.delete(start, Math.min(length, text.length - start));
      text.insert(start, by);
    }, 'me');
  }

  remove(at: number): void {
    this.#doc.transact(() => this.#fragment.delete(at % this.#fragment.length, 1), 'me');
  }

  /** As becoming a list item does: the same words in a new paragraph. */
  rebuild(at: number): void {
    const place = at % this.#fragment.length;
    const words = wordsOf(this.#fragment.get(place));
    this.#doc.transact(() => {
      this.#fragment.delete(place, 1);
      this.#fragment.insert(place, [paragraph(words)]);
    }, 'me');
  }
}

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

function wordsOf(element: unknown): string {
  return (element as Y.XmlElement)
    .toArray()
    .map((text) => text.toString())
    .join('');
}

it('[E46] words that were undone before stand where they stood when their paragraph comes back', () => {
  const text = new Written('Regionen föreslår en konstrunda.');
  const before = text.words;
  text.replace(0, 21, 1, '');
  text.remove(0);
  text.undo.undo();
  text.replace(0, 3, 1, '');
  text.undo.undo();
  text.undo.undo();
  expect(text.words).toBe(before);
});

it('[E46] each undo takes back what was done last and nothing else, whatever has been undone before', () => {
  const deed: fc.Arbitrary<Deed> = fc.oneof(
    fc.record({
      kind: fc.constant('replace' as const),
      at: fc.nat(9),
      from: fc.nat(30),
      length: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({ kind: fc.constantFrom('remove' as const, 'rebuild' as const, 'undo' as const), at: fc.nat(9) }),
  );
  const run = (deeds: readonly Deed[]) => {
    const text = new Written('abcdefghijklmnopqrst', '0123456789', 'ABCDEFGHIJ');
    const states: string[] = [];
    const back = () => {
      const before = states.pop();
      if (before === undefined) return;
      text.undo.undo();
      expect(text.words).toBe(before);
    };
    for (const one of deeds) {
      if (one.kind === 'undo') {
        back();
        continue;
      }
      // The last paragraph stays: there is always a place to write in.
      if (one.kind === 'remove' && !text.words.includes('|')) continue;
      states.push(text.words);
      if (one.kind === 'replace') text.replace(one.at, one.from, one.length, 'x');
      else if (one.kind === 'remove') text.remove(one.at);
      else text.rebuild(one.at);
    }
    while (states.length > 0) back();
  };
  fc.assert(fc.property(fc.array(deed, { maxLength: 12 }), run), { numRuns: 2000 });
});
