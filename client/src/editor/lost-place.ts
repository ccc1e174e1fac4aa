import type { Fragment, Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { type ProsemirrorBinding, relativePositionToAbsolutePosition } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** Where a caret stands: in which types, innermost first, and where in which words. */
export interface CaretPlace {
  readonly ids: readonly Y.ID[];
  readonly words: Fragment;
  readonly offset: number;
}

/** To be asked before a change of others', since what is removed no longer tells where it was. */
export function caretPlace(head: Y.RelativePosition, { selection }: EditorState, doc: Y.Doc): CaretPlace {
  const { parent, parentOffset } = selection.$head;
  return { ids: around(head, doc), words: parent.content, offset: parentOffset };
}

/**
 * Where the caret goes that stood in what others have removed: into the same words, if they were only built anew (made a
 * list of, or parted from what stands before them, say); else to the end of what stands before, or the beginning of what stands after, in the same avsnitt if there
 * is any. Into a heading only when there is nothing else: the letters of whoever is writing would rename somebody's avsnitt.
 * @returns null when the place is still there
 */
export function afterLoss(place: CaretPlace, text: Node, binding: ProsemirrorBinding): number | null {
  const { doc, type, mapping } = binding;
  const removed = place.ids
    .toReversed()
    .map((id) => Y.getItem(doc.store, id))
    .find(({ deleted }) => deleted);
  if (removed === undefined) return afterSplit(place, text, binding);
  if (!(removed instanceof Y.Item)) return null;
  let index = 0;
  for (let left = removed.left; left !== null; left = left.left) {
    if (!left.deleted && left.countable) index += left.length;
  }
  const gap = Y.createRelativePositionFromTypeIndex(removed.parent as Y.XmlElement, index);
  const at = relativePositionToAbsolutePosition(doc, type, gap, mapping);
  if (at === null || at > text.content.size) return null;
  return text.resolve(at).parent.inlineContent ? at : (sameWords(text, at, place) ?? nearestWords(text, at));
}

function around({ type, item }: Y.RelativePosition, doc: Y.Doc): Y.ID[] {
  const ids: Y.ID[] = [];
  let at = itemOf(doc, type) ?? typeOf(itemOf(doc, item)?.parent)?._item ?? null;
  while (at !== null) {
    ids.push(at.id);
    at = typeOf(at.parent)?._item ?? null;
  }
  return ids;
}

function itemOf(doc: Y.Doc, id: Y.ID | null): Y.Item | null {
  const struct: unknown = id === null ? null : Y.getItem(doc.store, id);
  return struct instanceof Y.Item ? struct : null;
}

function typeOf(parent: unknown): Y.AbstractType<unknown> | null {
  return parent instanceof Y.AbstractType ? parent : null;
}

/** Somebody has parted the paragraph before the caret: its words stand in the next one, and are new to Yjs. */
function afterSplit({ ids, words, offset }: CaretPlace, text: Node, binding: ProsemirrorBinding): number | null {
  const { doc, type, mapping } = binding;
  const [id = null] = ids;
  const item = itemOf(doc, id);
  const own = item?.content instanceof Y.ContentType ? item.content.type : null;
  if (!(own instanceof Y.XmlText)) return null;
  const at = relativePositionToAbsolutePosition(doc, type, Y.createRelativePositionFromTypeIndex(own, 0), mapping);
  const before = at === null || at > text.content.size ? null : text.resolve(at);
  // Asked at each of others' letters: the rest only when words that stood before the caret have gone.
  if (before === null || before.parent.content.size >= offset) return null;
  const { content } = before.parent;
  const next = blocks(text).find(({ start }) => start > before.end());
  const parted =
    next !== undefined && words.cut(0, content.size).eq(content) && words.cut(content.size).eq(next.node.content);
  return parted ? next.start + offset - content.size : null;
}

function sameWords(text: Node, at: number, { words, offset }: CaretPlace): number | null {
  if (words.size === 0) return null;
  const { nodeBefore, nodeAfter } = text.resolve(at);
  const from = at - (nodeBefore?.nodeSize ?? 0);
  const to = at + (nodeAfter?.nodeSize ?? 0);
  const block = blocks(text).find(({ node, start, end }) => start >= from && end <= to && node.content.eq(words));
  return block === undefined ? null : block.start + offset;
}

function nearestWords(text: Node, at: number): number | null {
  const own = text.resolve(at);
  const home = own.depth === 0 ? null : own.node(1);
  const all = blocks(text);
  const words = all.filter(({ node }) => node.type.name !== 'avsnittsrubrik');
  for (const candidates of [words.filter(({ avsnitt }) => avsnitt === home), words, all]) {
    const before = candidates.findLast(({ end }) => end <= at);
    const after = candidates.find(({ start }) => start >= at);
    if (before !== undefined) return before.end;
    if (after !== undefined) return after.start;
  }
  return null;
}

interface Block {
  readonly node: Node;
  readonly avsnitt: Node;
  readonly start: number;
  readonly end: number;
}

/** The blocks of words, in order, with the places of their first and last letter. */
function blocks(text: Node): readonly Block[] {
  const found: Block[] = [];
  text.forEach((avsnitt, offset) => {
    const see = (node: Node, pos: number) => {
      if (node.isTextblock) found.push({ node, avsnitt, start: pos + 1, end: pos + node.nodeSize - 1 });
      return !node.isTextblock;
    };
    if (see(avsnitt, offset)) avsnitt.descendants((node, pos) => see(node, offset + 1 + pos));
  });
  return found;
}
