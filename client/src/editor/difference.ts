import type { Node } from '@tiptap/pm/model';
import { StepMap } from '@tiptap/pm/transform';
import { ChangeSet, simplifyChanges } from 'prosemirror-changeset';

export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}
/** One paragraph in which something differs, in pieces from left to right. */
export type DifferentLine = readonly Piece[];

/** The paragraphs in which two texts differ, in the order of the second, whole words at a time. */
export function difference(before: Node, after: Node): readonly DifferentLine[] {
  const map = new StepMap([0, before.content.size, after.content.size]);
  const set = ChangeSet.create(before).addSteps(after, [map], null);
  const changes = simplifyChanges(set.changes, after).map(({ fromA, toA, fromB, toB }) => ({
    fromB,
    toB,
    removed: before.textBetween(fromA, toA, ' ', ' ').trim(),
    // Whole paragraphs went, and nothing came in their place.
    between: fromB === toB && toA - fromA > before.textBetween(fromA, toA).length,
    told: false,
  }));
  const lines: DifferentLine[] = [];
  after.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const end = pos + node.nodeSize;
    // What was removed as whole paragraphs before this one stands between paragraphs and is told on lines of its own.
    for (const change of changes.filter((c) => !c.told && c.toB <= (c.between ? pos + 1 : pos))) tell(change, lines);
    const here = changes.filter((c) => !c.told && c.fromB < end && c.toB > pos - 1 && c.fromB >= pos - 1);
    const over = changes.filter((c) => c.fromB < pos && c.toB > pos);
    const pieces: Piece[] = [];
    let at = pos + 1;
    const push = (kind: Piece['kind'], text: string) => text !== '' && pieces.push({ kind, text });
    const upTo = (to: number) => after.textBetween(at, Math.max(at, Math.min(to, end - 1)), ' ', ' ');
    for (const change of [...over, ...here]) {
      push('same', upTo(change.fromB));
      at = Math.max(at, Math.min(change.fromB, end - 1));
      if (!change.told) push('removed', change.removed);
      change.told = true;
      push('added', upTo(change.toB));
      at = Math.max(at, Math.min(change.toB, end - 1));
    }
    push('same', upTo(end - 1));
    if (pieces.some(({ kind }) => kind !== 'same')) lines.push(pieces);
    return false;
  });
  for (const change of changes.filter((c) => !c.told)) tell(change, lines);
  return lines;
}

function tell(change: { removed: string; told: boolean }, lines: DifferentLine[]): void {
  change.told = true;
  if (change.removed !== '') lines.push([{ kind: 'removed', text: change.removed }]);
}
