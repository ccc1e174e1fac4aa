import { fits, nodesFromType, type Read } from '@samskrift/shared';
import type { NodeType } from '@tiptap/pm/model';
import type { ProsemirrorBinding } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/**
 * Reads what foreign clients have put where the schema has no place for it before y-tiptap does, which would throw at some of
 * it in every open editor and delete the rest for everybody, avsnitt and all. What the mapping has, as null if it has no node,
 * y-tiptap takes as it is.
 */
export function passOverMisfits(
  fragment: Y.XmlFragment,
  top: NodeType,
  mapping: ProsemirrorBinding['mapping'],
  read: Read,
): void {
  for (const child of fragment.toArray()) {
    if (mapping.get(child) !== undefined || fits(child, top, (type) => mapping.has(type))) continue;
    if (child instanceof Y.XmlElement) nodesFromType(child, top, read);
    else mapping.set(child, null as never);
  }
}
