import type { Editor } from '@tiptap/core';
import { DOMSerializer, type Node } from '@tiptap/pm/model';
import { useEffect, useRef } from 'react';

/** The footnotes after the text, for paper (print.css). Drawn when the page is to be printed: typing costs nothing. */
export function Noter({ editor }: { readonly editor: Editor }) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const draw = () => list.current?.replaceChildren(...notes(editor.state.doc));
    window.addEventListener('beforeprint', draw);
    return () => window.removeEventListener('beforeprint', draw);
  }, [editor]);
  return <ol ref={list} className="noter" lang="sv" />;
}

function notes(doc: Node): readonly HTMLLIElement[] {
  const serializer = DOMSerializer.fromSchema(doc.type.schema);
  const drawn: HTMLLIElement[] = [];
  doc.descendants((node) => {
    if (node.type.name !== 'fotnot') return true;
    const item = document.createElement('li');
    item.append(serializer.serializeFragment(node.content));
    drawn.push(item);
    return false;
  });
  return drawn;
}
