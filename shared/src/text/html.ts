import { DOMParser } from '@tiptap/pm/model';
import { renderToHTMLString } from '@tiptap/static-renderer/pm/html-string';
import { textExtensions, textSchema } from './extensions.ts';
import type { TextJson } from './json.ts';
import { jsonFromNode, nodeFromJson } from './node.ts';

/** What is asked of a DOM element here, so that shared needs no DOM. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
}

/** The text as HTML without a document around it; words and attributes escaped, unsafe addresses left out. */
export function htmlFromJson(json: TextJson): string {
  return renderToHTMLString({ extensions: textExtensions, content: nodeFromJson(json) });
}

/** Reads back what htmlFromJson wrote. @param element the element that holds the avsnitt, in any DOM. */
export function jsonFromDom(element: DomNode): TextJson {
  const dom = element as unknown as Parameters<DOMParser['parse']>[0];
  return jsonFromNode(DOMParser.fromSchema(textSchema).parse(dom, { preserveWhitespace: 'full' }));
}
