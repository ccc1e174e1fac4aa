/** A line of a block as it is drawn: its height in the window and the texts that have a part of it. */
interface Line {
  readonly middle: number;
  readonly texts: readonly Text[];
}

const SAME_LINE_PX = 6;

/**
 * The line of a block that is next to a caret, the words of notes left out; without a caret the one a caret comes to
 * first from outside.
 * @returns null where there is none.
 */
export function lineBeside(
  block: Node | null,
  way: 'up' | 'down',
  caret: { readonly top: number; readonly bottom: number } | null,
): Line | null {
  if (block === null) return null;
  const parts = texts(block).flatMap((text) => middles(whole(text)).map((middle) => ({ text, middle })));
  const beyond = parts.filter(({ middle }) => {
    if (caret === null) return true;
    return way === 'up' ? middle < caret.top : middle > caret.bottom;
  });
  if (beyond.length === 0) return null;
  const all = beyond.map(({ middle }) => middle);
  const middle = way === 'up' ? Math.max(...all) : Math.min(...all);
  const there = beyond.filter((part) => isSameLine(part.middle, middle));
  return { middle, texts: [...new Set(there.map(({ text }) => text))] };
}

/** The place between two letters of a line that is closest to a distance from the window's left edge. */
export function closestInLine({ middle, texts: among }: Line, left: number): { node: Text; offset: number } {
  const [first] = among;
  if (first === undefined) throw new RangeError('a line without text');
  let best = { node: first, offset: 0, away: Number.POSITIVE_INFINITY };
  for (const node of among) {
    for (let offset = 0; offset < node.length; offset++) {
      for (const box of letter(node, offset).getClientRects()) {
        if (!isSameLine(box.top + box.height / 2, middle)) continue;
        for (const [at, edge] of [
          [offset, box.left],
          [offset + 1, box.right],
        ] as const) {
          const away = Math.abs(edge - left);
          if (away < best.away) best = { node, offset: at, away };
        }
      }
    }
  }
  return best;
}

function texts(block: Node): readonly Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, ({ parentElement }) =>
    parentElement?.closest('[data-fotnot], [contenteditable="false"], .andras-markor')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const found: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) found.push(node);
  }
  return found;
}

function whole(text: Text): Range {
  const range = document.createRange();
  range.selectNodeContents(text);
  return range;
}

function letter(text: Text, offset: number): Range {
  const range = document.createRange();
  range.setStart(text, offset);
  range.setEnd(text, offset + 1);
  return range;
}

function middles(range: Range): readonly number[] {
  return Array.from(range.getClientRects(), ({ top, height }) => top + height / 2);
}

function isSameLine(one: number, other: number): boolean {
  return Math.abs(one - other) < SAME_LINE_PX;
}
