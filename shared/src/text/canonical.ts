import type { Mark, Node } from '@tiptap/pm/model';
import type { TextJson } from './json.ts';
import { nodeFromJson } from './node.ts';

/**
 * The one spelling of a document, for its SHA-256 at sealing: keys in code-unit order, no white space, texts of equal
 * marks joined, marks in the schema's order, empty lists and attributes at their default left out. Attributes at their
 * default are left out so that a later schema with one more attribute gives an old document the same bytes.
 * @throws RangeError if the JSON holds what the schema does not know.
 */
export function canonicalJson(json: TextJson): string {
  return JSON.stringify(canonicalNode(nodeFromJson(json)));
}

function canonicalNode(node: Node): object {
  const attrs = canonicalAttrs(node);
  const content = node.children.map(canonicalNode);
  const marks = node.marks.map((mark) => {
    const markAttrs = canonicalAttrs(mark);
    return { ...(markAttrs === null ? {} : { attrs: markAttrs }), type: mark.type.name };
  });
  return {
    ...(attrs === null ? {} : { attrs }),
    ...(content.length === 0 ? {} : { content }),
    ...(marks.length === 0 ? {} : { marks }),
    ...(node.isText ? { text: node.text } : {}),
    type: node.type.name,
  };
}

function canonicalAttrs(of: Node | Mark): object | null {
  const specs = of.type.spec.attrs ?? {};
  const entries = Object.entries(of.attrs).filter(([name, value]) => value !== specs[name]?.default);
  return entries.length === 0 ? null : sorted(Object.fromEntries(entries));
}

function sorted(value: object): object {
  if (Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, typeof inner === 'object' && inner !== null ? sorted(inner) : inner]),
  );
}
