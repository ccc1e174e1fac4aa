import type { Node } from '@tiptap/pm/model';

/**
 * The position just inside the node that a path of child indexes leads to, for a caret or a scroll.
 * @returns null when the text has changed so that nothing stands there any more.
 */
export function positionFromPlats(doc: Node, plats: readonly number[]): number | null {
  let node = doc;
  let position = 0;
  for (const index of plats) {
    if (index >= node.childCount) return null;
    for (let i = 0; i < index; i += 1) position += node.child(i).nodeSize;
    node = node.child(index);
    position += 1;
  }
  return position;
}
