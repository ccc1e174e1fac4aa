import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
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

type Asked = Partial<Pick<SearchState, 'words' | 'matchCase' | 'current'>>;

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
            return search(tr.doc, { ...before, ...asked });
          },
        },
        props: { decorations: (state) => searchKey.getState(state)?.marks },
      }),
    ];
  },
});

function search(doc: Node, { words, matchCase, current }: SearchState): SearchState {
  const hits = findHits(doc, words, matchCase);
  const now = hits.length === 0 ? -1 : Math.min(Math.max(current, 0), hits.length - 1);
  const marks = hits.map(({ from, to }, index) =>
    Decoration.inline(from, to, { class: index === now ? 'traff traff-nu' : 'traff' }),
  );
  return { words, matchCase, hits, current: now, marks: DecorationSet.create(doc, marks) };
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
