import { createChainableState, Extension, getNodeType } from '@tiptap/core';
import { type Node, NodeRange, type NodeType, type ResolvedPos } from '@tiptap/pm/model';
import { liftListItem } from '@tiptap/pm/schema-list';
import { type EditorState, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { asList, goesOn, isList, isPoint } from './numbering.ts';

/**
 * The list tools. They make lists of the selected paragraphs within each avsnitt, and leave its heading, and tables that
 * the selection only goes past, as they are; the library's own would make paragraphs of them all.
 */
export const Lists = Extension.create({
  name: 'lists',
  addCommands() {
    return {
      toggleList:
        (list, point) =>
        ({ tr, state, dispatch }) => {
          const runs = selectedRuns(tr.doc, tr.selection);
          if (dispatch === undefined || runs.length === 0) return runs.length > 0;
          const kind = { list: getNodeType(list, state.schema), point: getNodeType(point, state.schema) };
          const inner = innerList(tr.selection);
          if (inner !== null && inner.node.type !== kind.list) convert(tr, inner, kind);
          else if (inner !== null || runs.flat().every(({ node }) => node.type === kind.list))
            lift(tr, runs, kind, state);
          else make(tr, runs, kind);
          return true;
        },
    };
  },
});

/** Whether there is a paragraph to make a list of: a heading is none. */
export function canBeList({ doc, selection }: EditorState): boolean {
  return selectedRuns(doc, selection).length > 0;
}

interface Kind {
  readonly list: NodeType;
  readonly point: NodeType;
}

interface Placed {
  readonly node: Node;
  readonly pos: number;
}

/** A paragraph or a list that stands by itself, and the places within its first and last selected paragraph. */
interface Block extends Placed {
  readonly from: number;
  readonly to: number;
}

/** The selected paragraphs and lists, those that follow each other in one avsnitt, quote or cell together. */
function selectedRuns(doc: Node, selection: Selection): readonly (readonly Block[])[] {
  const runs: Block[][] = [];
  const inTable = tableAround(selection.$from) !== null && tableAround(selection.$from) === tableAround(selection.$to);
  const see = (node: Node, pos: number) => {
    if (node.type.name === 'table' && !inTable) return false;
    if (node.type.name !== 'paragraph') return !node.isTextblock;
    const at = doc.resolve(pos + 1);
    let { depth } = at;
    while (isList(at.node(depth - 1)) || isPoint(at.node(depth - 1))) depth--;
    const block = { node: at.node(depth), pos: at.before(depth), from: at.pos, to: at.pos };
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last?.pos === block.pos) run.splice(-1, 1, { ...last, to: block.to });
    else if (run !== undefined && last !== undefined && last.pos + last.node.nodeSize === block.pos) run.push(block);
    else runs.push([block]);
    return false;
  };
  for (const { $from, $to } of selection.ranges) doc.nodesBetween($from.pos, $to.pos, see);
  return runs;
}

/** The innermost list that holds the whole selection. */
function innerList({ $from, to }: Selection): Placed | null {
  for (let depth = $from.sharedDepth(to); depth > 0; depth--) {
    const node = $from.node(depth);
    if (isList(node)) return { node, pos: $from.before(depth) };
    if (node.isBlock && !node.isTextblock && !isPoint(node)) return null;
  }
  return null;
}

function lift(tr: Transaction, runs: readonly (readonly Block[])[], kind: Kind, state: EditorState): void {
  const { selection } = tr;
  const done = tr.steps.length;
  for (const { from, to } of runs.flat().toReversed()) {
    tr.setSelection(TextSelection.create(tr.doc, from, to));
    liftListItem(kind.point)(createChainableState({ state, transaction: tr }), () => undefined);
  }
  tr.setSelection(selection.map(tr.doc, tr.mapping.slice(done)));
}

function make(tr: Transaction, runs: readonly (readonly Block[])[], kind: Kind): void {
  for (const run of runs.toReversed()) {
    for (const block of run.toReversed()) {
      if (isList(block.node)) convert(tr, block, kind);
      else joined(tr, block.pos, kind, () => wrap(tr, block, kind));
    }
  }
}

function wrap(tr: Transaction, { pos, node }: Placed, { list, point }: Kind): void {
  const range = new NodeRange(tr.doc.resolve(pos), tr.doc.resolve(pos + node.nodeSize), tr.doc.resolve(pos).depth);
  tr.wrap(range, [{ type: list }, { type: point }]);
}

/** The list becomes one of another kind, with the selection in the same words. */
function convert(tr: Transaction, { pos, node }: Placed, kind: Kind): void {
  const { selection } = tr;
  if (node.type === kind.list) return;
  joined(tr, pos, kind, () => {
    tr.replaceWith(pos, pos + node.nodeSize, asList(node, kind.list, kind.point));
    if (selection instanceof TextSelection) {
      tr.setSelection(TextSelection.create(tr.doc, selection.anchor, selection.head));
    }
  });
}

/** Makes a list at the place and joins it with those of its kind on either side. */
function joined(tr: Transaction, pos: number, { list }: Kind, change: () => void): void {
  const before = tr.doc.resolve(pos).nodeBefore;
  const after = tr.doc.resolve(pos + (tr.doc.nodeAt(pos)?.nodeSize ?? 0)).nodeAfter;
  const parted = before?.type === list && after !== null && goesOn(before, after);
  change();
  const made = tr.doc.nodeAt(pos);
  if (made === null) return;
  if (after !== null && (parted || goesOn(made, after))) tr.join(pos + made.nodeSize);
  if (before !== null && goesOn(before, made)) tr.join(pos);
}

function tableAround(at: ResolvedPos): number | null {
  for (let { depth } = at; depth > 0; depth--) if (at.node(depth).type.name === 'table') return at.before(depth);
  return null;
}
