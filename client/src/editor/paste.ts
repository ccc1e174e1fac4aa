import { Extension } from '@tiptap/core';
import { Fragment, type Node as Nod, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { withoutBorders } from './loose-parts.ts';

/** Cleans what comes from Word and from web pages before the schema reads it, and fits it to where it is put. */
export const CleanPaste = Extension.create({
  name: 'cleanPaste',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          transformPastedHTML: (html) => cleanHtml(html, new DOMParser()),
          transformPasted: withoutBorders,
          handlePaste: (view, _event, slice) => pasteInFootnote(view, slice),
        },
      }),
    ];
  },
});

/** Blocks that are pasted in a footnote would part it, and the sentence it stands in, in two. */
function pasteInFootnote(view: EditorView, slice: Slice): boolean {
  const { $from, $to } = view.state.selection;
  if (slice.size === 0 || ![$from, $to].some(({ parent }) => parent.type.name === 'fotnot')) return false;
  const line = new Slice(oneLine(slice.content), 0, 0);
  const tr = view.state.tr.replaceSelection(line).scrollIntoView();
  view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste'));
  return true;
}

/** The words of blocks and of the footnotes in them, with their marks, a space between what stood apart. */
function oneLine(content: Fragment): Fragment {
  let line = Fragment.empty;
  let apart = false;
  const take = (node: Nod): void => {
    if (node.isLeaf && node.isInline) {
      if (apart) line = line.append(spaceBetween(line.lastChild, node));
      line = line.append(Fragment.from(node));
      apart = false;
      return;
    }
    apart = true;
    node.forEach(take);
    apart = true;
  };
  content.forEach(take);
  return line;
}

function spaceBetween(before: Nod | null, after: Nod): Fragment {
  const needed = /\S$/u.test(before?.text ?? '') && /^[^\s.,;:!?)]/u.test(after.text ?? '');
  if (before === null || !needed) return Fragment.empty;
  return Fragment.from(
    after.type.schema.text(
      ' ',
      after.marks.filter((mark) => mark.isInSet(before.marks)),
    ),
  );
}

/**
 * Makes real lists of Word's paragraphs that only look like lists, and drops what is not text. Styles need no cleaning:
 * the schema has no place for them; bold and italic it reads from tags, and from Word's inline styles.
 */
export function cleanHtml(html: string, parser: DOMParser): string {
  const page = parser.parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll('style, script, meta, link, title, xml')) element.remove();
  removeComments(page.body);
  listsFromWord(page);
  // Google Docs wraps everything in a <b> that is not bold.
  for (const wrapper of page.querySelectorAll('b[id^="docs-internal-guid"]'))
    wrapper.replaceWith(...wrapper.childNodes);
  return page.body.innerHTML;
}

function removeComments(root: Node): void {
  for (const node of [...root.childNodes]) {
    if (node.nodeType === 8) node.parentNode?.removeChild(node);
    else removeComments(node);
  }
}

interface OpenList {
  readonly level: number;
  readonly element: HTMLElement;
}

function listsFromWord(page: Document): void {
  let open: OpenList[] = [];
  for (const paragraph of page.querySelectorAll('p')) {
    const level = listLevel(paragraph);
    if (level === null) {
      open = [];
      continue;
    }
    if (open[0] !== undefined && open[0].element.nextElementSibling !== paragraph) open = [];
    const marker = takeMarker(paragraph);
    open = open.filter((list) => list.level <= level);
    const ordered = marker !== null && /^\(?(?:\d+|[a-zåäö]|[ivx]+)[.)]/i.test(marker);
    let list = open.at(-1);
    if (list === undefined || list.level < level) {
      const element = page.createElement(ordered ? 'ol' : 'ul');
      const start = ordered ? Number.parseInt(marker ?? '', 10) : 1;
      if (start > 1) element.setAttribute('start', String(start));
      if (list === undefined) paragraph.before(element);
      else (list.element.lastElementChild ?? list.element).append(element);
      list = { level, element };
      open = [...open, list];
    }
    const item = page.createElement('li');
    list.element.append(item);
    const plain = page.createElement('p');
    plain.append(...paragraph.childNodes);
    item.append(plain);
    paragraph.remove();
  }
}

function listLevel(paragraph: Element): number | null {
  const style = paragraph.getAttribute('style') ?? '';
  const level = /mso-list:[^;]*\blevel(\d+)/i.exec(style)?.[1];
  if (level !== undefined) return Number(level);
  return /\bMsoListParagraph/.test(paragraph.className) && hasMarker(paragraph) ? 1 : null;
}

const BULLET = /^[\s\u00a0]*([•·o§\u2013-]|[\uf0a7\uf0b7\uf0d8]|\(?(?:\d{1,3}|[a-zåäö]|[ivx]{1,5})[.)])[\s\u00a0]+/iu;

function hasMarker(paragraph: Element): boolean {
  return BULLET.test(paragraph.textContent ?? '') || paragraph.querySelector('[style*="mso-list:Ignore" i]') !== null;
}

/** Takes the written bullet or number out of the paragraph and says what it was. */
function takeMarker(paragraph: Element): string | null {
  const ignored = paragraph.querySelector('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]');
  if (ignored !== null) {
    ignored.remove();
    return (ignored.textContent ?? '').trim();
  }
  const match = BULLET.exec(paragraph.textContent ?? '');
  if (match === null) return null;
  let left = match[0].length;
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, 4);
  for (let node = walker.nextNode(); node !== null && left > 0; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    node.nodeValue = text.slice(left);
    left -= Math.min(left, text.length);
  }
  return match[1] ?? null;
}
