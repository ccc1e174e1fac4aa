import { Fragment, type Node, Slice } from '@tiptap/pm/model';

/**
 * What is copied from within one avsnitt into another is their paragraphs, and goes into the avsnitt it is put in: as avsnitt
 * the first part would be one without a heading, and the second would take what stands after for its own.
 * @returns the slice as it is where it begins with a heading: whole avsnitt stay avsnitt.
 */
export function withoutBorders(slice: Slice): Slice {
  const { content, openStart, openEnd } = slice;
  const { firstChild: first, lastChild: last } = content;
  const parts = content.childCount > 1 && first !== null && isAvsnitt(first) && openStart > 0;
  if (!parts || last === null || first.firstChild?.type.name === 'avsnittsrubrik') return slice;
  const blocks = content.content.flatMap((node) => (isAvsnitt(node) ? node.children.map(asParagraph) : [node]));
  return new Slice(Fragment.from(blocks), openStart - 1, openEnd - (isAvsnitt(last) && openEnd > 0 ? 1 : 0));
}

function isAvsnitt({ type }: Node): boolean {
  return type.name === 'avsnitt';
}

function asParagraph(node: Node): Node {
  if (node.type.name !== 'avsnittsrubrik') return node;
  return node.type.schema.nodes.paragraph?.create(null, node.content) ?? node;
}
