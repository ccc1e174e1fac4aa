import { Fragment, Node } from '@tiptap/pm/model';
import { textSchema } from './extensions.ts';
import type { TextJson } from './json.ts';

/** @throws RangeError if the JSON holds a node or mark that the schema does not know; its content is not checked. */
export function nodeFromJson(json: TextJson): Node {
  return withMarksOnTextOnly(Node.fromJSON(textSchema, json));
}

/** ProseMirror's own JSON of the document: every attribute spelled out, texts of equal marks joined. */
export function jsonFromNode(node: Node): TextJson {
  return node.toJSON() as TextJson;
}

/** Yjs keeps marks on text only: one on a footnote or a line break would be there for its author and for nobody else. */
function withMarksOnTextOnly(node: Node): Node {
  if (node.isText) return node;
  const children: Node[] = [];
  for (const child of node.children) children.push(withMarksOnTextOnly(child));
  return node.mark([]).copy(Fragment.from(children));
}
