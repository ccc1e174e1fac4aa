import { Fragment, type Mark, type MarkType, type Node, type NodeType, type Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { arSakerLank } from './lank.ts';
import { arVarde } from './varde.ts';

/** Told of each element that has been read: its node, null for one that the schema has no place for. */
export type Read = (type: Y.XmlElement, node: Node | null) => void;

type Child = Y.XmlElement | Y.XmlText | Y.XmlHook;
type Attributes = Readonly<Record<string, unknown>>;

/** The nodes of a text's fragment. What the schema has no place for is passed over; nothing is written. */
export function nodesFromFragment(fragment: Y.XmlFragment, schema: Schema, read?: Read): readonly Node[] {
  return fragment.toArray().flatMap((child) => nodesFromType(child, schema.topNodeType, read));
}

/** The nodes of one type among the children of a node of the type `parent`: none where it has no place there. */
export function nodesFromType(type: Child, parent: NodeType, read?: Read): readonly Node[] {
  if (type instanceof Y.XmlText) return parent.inlineContent ? textsFromType(type, parent.schema) : [];
  if (!(type instanceof Y.XmlElement)) return [];
  const nodeType = placeIn(parent, type);
  if (nodeType === null) {
    read?.(type, null);
    return [];
  }
  const content = Fragment.from(type.toArray().flatMap((child) => nodesFromType(child, nodeType, read)));
  const node = nodeType.create(fitting(nodeType, type.getAttributes()), content);
  read?.(type, node);
  return [node];
}

/** Whether everything in an element is of the schema, apart from `known` elements, which are not looked into again. */
export function fits(type: Child, parent: NodeType, known: (type: Y.XmlElement) => boolean): boolean {
  if (type instanceof Y.XmlText) return parent.inlineContent && textFits(type, parent.schema);
  if (!(type instanceof Y.XmlElement)) return false;
  const nodeType = placeIn(parent, type);
  if (nodeType === null) return false;
  if (known(type)) return true;
  if (!attributesFit(nodeType, type.getAttributes())) return false;
  return type.toArray().every((child) => fits(child, nodeType, known));
}

/** Every content expression of the schema is a choice repeated, so what may stand first may stand anywhere. */
function placeIn(parent: NodeType, type: Y.XmlElement): NodeType | null {
  const nodeType = parent.schema.nodes[type.nodeName];
  if (nodeType === undefined || nodeType.isText || parent.contentMatch.matchType(nodeType) === null) return null;
  return nodeType;
}

/** The words; what stands among them without being any is passed over, and a mark that is none of ours marks nothing. */
function textsFromType(type: Y.XmlText, schema: Schema): readonly Node[] {
  const delta: readonly { readonly insert: unknown; readonly attributes?: Attributes }[] = type.toDelta();
  return delta.flatMap(({ insert, attributes }) =>
    typeof insert === 'string' && insert !== '' ? [schema.text(insert, marksFor(attributes ?? {}, schema))] : [],
  );
}

function marksFor(attributes: Attributes, schema: Schema): readonly Mark[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    const markType = schema.marks[name];
    return markType !== undefined && markFits(markType, value) ? [markType.create(attributesOf(value))] : [];
  });
}

function textFits(text: Y.XmlText, schema: Schema): boolean {
  for (let item = text._start; item !== null; item = item.right) {
    const { content, deleted } = item;
    if (deleted || content instanceof Y.ContentString) continue;
    if (!(content instanceof Y.ContentFormat)) return false;
    const markType = schema.marks[content.key];
    const value: unknown = content.value;
    if (value !== null && (markType === undefined || !markFits(markType, value))) return false;
  }
  return true;
}

/** A link that leads nowhere, or where no link may lead, is words. */
function markFits(type: MarkType, value: unknown): boolean {
  return type.name !== 'link' || arSakerLank(attributesOf(value).href);
}

function attributesFit(type: NodeType, values: Attributes): boolean {
  return Object.entries(type.spec.attrs ?? {}).every(([name, spec]) => {
    const value = values[name];
    return value === undefined || arVarde(spec, value);
  });
}

/** A value of a kind the schema does not know (only a foreign program can have put it there) counts as not set. */
function fitting(type: NodeType, values: Attributes): Attributes {
  const specs = Object.entries(type.spec.attrs ?? {});
  return Object.fromEntries(
    specs.flatMap(([name, spec]) => (arVarde(spec, values[name]) ? [[name, values[name]]] : [])),
  );
}

function attributesOf(value: unknown): Attributes {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
