import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';

type Deed =
  | { readonly kind: 'other'; readonly at: number; readonly from: number }
  | { readonly kind: 'meet' }
  | { readonly kind: 'replace'; readonly at: number; readonly from: number; readonly length: number }
  | { readonly kind: 'remove' | 'rebuild' | 'undo'; readonly at: number };

/** A text of paragraphs, as the editor writes them, the undo of who writes in it, and somebody else who is not in step. */
class Written {
  readonly #doc = new Y.Doc();
  readonly #others = new Y.Doc();
  readonly #fragment = this.#doc.getXmlFragment('text');
  readonly undo: Y.UndoManager;

  constructor(...paragraphs: readonly string[]) {
    this.#fragment.insert(0, paragraphs.map(paragraph));
    this.meet();
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

  /** Somebody else writes a letter, or takes one away. */
  other(at: number, from: number, letter: string | null): void {
    const theirs = this.#others.getXmlFragment('text');
    const text = theirs.length === 0 ? null : (theirs.get(at % theirs.length) as Y.XmlElement).get(0);
    if (!(text instanceof Y.XmlText)) return;
    if (letter === null) text.delete(from, 1);
    else text.insert(from % (text.length + 1), letter);
  }

  otherRemoves(at: number): void {
    this.#others.getXmlFragment('text').delete(at, 1);
  }

  /** What each has written reaches the other. */
  meet(): void {
    for (const [from, to] of [
      [this.#doc, this.#others],
      [this.#others, this.#doc],
    ] as const) {
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'wire');
    }
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

function does(text: Written, one: Deed): void {
  if (one.kind === 'replace') text.replace(one.at, one.from, one.length, 'x');
  else if (one.kind === 'remove') text.remove(one.at);
  else if (one.kind === 'rebuild') text.rebuild(one.at);
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

it('[E46] words that another wrote into while they were away come back whole', () => {
  const text = new Written('abcdefgh');
  text.replace(0, 2, 3, '');
  text.undo.undo();
  text.other(0, 3, 'Ö');
  text.meet();
  const seen = text.words;
  text.rebuild(0);
  text.undo.undo();
  expect(text.words).toBe(seen);
});

it('[E46] words whose neighbour another has taken away come back to their place', () => {
  const text = new Written('abcdefgh');
  text.replace(0, 4, 1, '');
  text.remove(0);
  text.undo.undo();
  text.meet();
  text.other(0, 3, null);
  text.meet();
  text.remove(0);
  text.undo.undo();
  text.undo.undo();
  expect(text.words).toBe('abcefgh');
});

it('[E46] what another has taken away for good stops no undo', () => {
  const text = new Written('abcdefgh', 'ijkl');
  text.replace(0, 2, 3, '');
  text.remove(0);
  text.undo.undo();
  text.replace(0, 0, 1, 'zz');
  text.undo.undo();
  text.replace(1, 0, 1, 'n');
  text.undo.undo();
  text.meet();
  text.otherRemoves(0);
  text.meet();
  text.undo.undo();
  expect(text.words).toBe('ijkl');
});

const deeds = (...more: readonly fc.Arbitrary<Deed>[]): fc.Arbitrary<Deed> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('replace' as const),
      at: fc.nat(9),
      from: fc.nat(30),
      length: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({ kind: fc.constantFrom('remove' as const, 'rebuild' as const, 'undo' as const), at: fc.nat(9) }),
    ...more,
  );

it('[E46] all undone, one’s own words are what they were, also while another writes and is not in step', () => {
  const deed = deeds(
    fc.record({ kind: fc.constant('other' as const), at: fc.nat(9), from: fc.nat(30) }),
    fc.record({ kind: fc.constant('meet' as const) }),
  );
  const run = (all: readonly Deed[]) => {
    const text = new Written('abcdefghijklmnopqrst', '0123456789');
    const before = text.words;
    for (const one of all) {
      if (one.kind === 'other') text.other(one.at, one.from, 'Ö');
      else if (one.kind === 'meet') text.meet();
      else if (one.kind === 'undo') text.undo.undo();
      else if (text.words.includes('|')) does(text, one);
    }
    text.meet();
    while (text.undo.undoStack.length > 0) text.undo.undo();
    expect(text.words.replaceAll('Ö', '')).toBe(before);
  };
  fc.assert(fc.property(fc.array(deed, { maxLength: 12 }), run), { numRuns: 2000 });
});

it('[E46] each undo takes back what was done last and nothing else, whatever has been undone before', () => {
  const run = (all: readonly Deed[]) => {
    const text = new Written('abcdefghijklmnopqrst', '0123456789', 'ABCDEFGHIJ');
    const states: string[] = [];
    const back = () => {
      const before = states.pop();
      if (before === undefined) return;
      text.undo.undo();
      expect(text.words).toBe(before);
    };
    for (const one of all) {
      if (one.kind === 'undo') {
        back();
        continue;
      }
      // The last paragraph stays: there is always a place to write in.
      if (one.kind === 'remove' && !text.words.includes('|')) continue;
      states.push(text.words);
      does(text, one);
    }
    while (states.length > 0) back();
  };
  fc.assert(fc.property(fc.array(deeds(), { maxLength: 12 }), run), { numRuns: 2000 });
});
