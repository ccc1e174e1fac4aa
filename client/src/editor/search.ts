import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

export interface Hit {
  readonly from: number;
  readonly to: number;
}

interface SearchState {
  readonly words: string;
  readonly matchCase: boolean;
  readonly hits: readonly Hit[];
  /** Which hit is the one looked at, -1 while there is none. */
  readonly current: number;
  readonly marks: DecorationSet;
}

/** What to search for, and which hit to look at: its number, or the first at or after a place in the new text. */
export type Asked = Partial<Pick<SearchState, 'words' | 'matchCase' | 'current'>> & { readonly place?: number };

const NOTHING: SearchState = { words: '', matchCase: false, hits: [], current: -1, marks: DecorationSet.empty };

export const searchKey = new PluginKey<SearchState>('search');

/**
 * Every place where the words stand, in order, never overlapping. Words may go over marks and links, not over paragraphs;
 * a hard break or a footnote counts as one character that nothing matches.
 */
export function findHits(doc: Node, words: string, matchCase: boolean): readonly Hit[] {
  if (words === '') return [];
  const sought = matchCase ? words : words.toLocaleLowerCase('sv');
  const hits: Hit[] = [];
  doc.descendants((node, pos) => {
    if (!node.inlineContent) return true;
    const whole = inlineText(node);
    const heard = matchCase ? whole : lowerKeepingLength(whole);
    for (let at = heard.indexOf(sought); at >= 0; at = heard.indexOf(sought, at + sought.length)) {
      hits.push({ from: pos + 1 + at, to: pos + 1 + at + sought.length });
    }
    // A footnote inside is a text of its own.
    return true;
  });
  return hits.sort((a, b) => a.from - b.from);
}

/** One character a position, so that an index in it is a place in the node. */
function inlineText(node: Node): string {
  let text = '';
  node.forEach((child) => {
    text += child.isText ? (child.text ?? '') : '\uFFFC'.repeat(child.nodeSize);
  });
  return text;
}

/** Lower case changes the length of some letters (İ); those stay as they are. */
function lowerKeepingLength(text: string): string {
  const lower = text.toLocaleLowerCase('sv');
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const small = letter.toLocaleLowerCase('sv');
    return small.length === letter.length ? small : letter;
  }).join('');
}

/** The state of the search and its marks. Hits are found again only while something is sought. */
export const Search = Extension.create({
  name: 'search',
  addProseMirrorPlugins() {
    return [
      new Plugin<SearchState>({
        key: searchKey,
        state: {
          init: () => NOTHING,
          apply: (tr, before) => {
            const asked: Asked | undefined = tr.getMeta(searchKey);
            if (asked === undefined && (!tr.docChanged || before.words === '')) return before;
            return search(tr, before, asked ?? {});
          },
        },
        props: { decorations: (state) => searchKey.getState(state)?.marks },
      }),
    ];
  },
});

function search(tr: Transaction, before: SearchState, asked: Asked): SearchState {
  const { words, matchCase } = { ...before, ...asked };
  const hits = findHits(tr.doc, words, matchCase);
  const wanted = asked.current ?? hitFrom(hits, asked.place ?? placeAfter(tr, before));
  const current = hits.length === 0 ? -1 : Math.min(Math.max(wanted, 0), hits.length - 1);
  const marks = hits.map(({ from, to }, index) =>
    Decoration.inline(from, to, { class: index === current ? 'traff traff-nu' : 'traff' }),
  );
  return { words, matchCase, hits, current, marks: DecorationSet.create(tr.doc, marks) };
}

/** Where the current hit starts after a change: not its number, which others change by writing before it. */
function placeAfter(tr: Transaction, { hits, current }: SearchState): number {
  return tr.mapping.map(hits[current]?.from ?? 0);
}

export function searchState(state: EditorState): SearchState {
  return searchKey.getState(state) ?? NOTHING;
}

/** The hit at or after a place, the first one if there is none. */
export function hitFrom(hits: readonly Hit[], place: number): number {
  return Math.max(
    0,
    hits.findIndex(({ from }) => from >= place),
  );
}

/** Replaces hits, last first so that the places of the others hold, as one change to undo, and looks at the next hit. */
export function replaceHits(state: EditorState, hits: readonly Hit[], words: string): Transaction {
  const { tr } = state;
  for (const hit of hits.toReversed()) tr.insertText(words, hit.from, hit.to);
  const [first] = hits;
  if (first === undefined) return tr;
  const place = first.from + words.length;
  // The new words may hold the sought ones: looking at those would replace within them again and again.
  const asked: Asked = { place };
  return tr.setSelection(TextSelection.near(tr.doc.resolve(place))).setMeta(searchKey, asked);
}
