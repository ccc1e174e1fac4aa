import { childrenOf, type TextJson, type TextNod } from './json.ts';

/**
 * The text without markup, as it is read in a mail or a text file: an avsnitt's rubrik underlined, numbers before points
 * (a decision of one point has none, as it is printed), footnotes as [1] with their words after the avsnitt. The import
 * reads it back with the same words, avsnitt and numbers.
 */
export function plainFromJson(json: TextJson): string {
  const fotnoter = new Fotnoter();
  const delar: string[] = [];
  for (const nod of childrenOf(json)) {
    delar.push(...(nod.type === 'avsnitt' ? plainAvsnitt(nod, fotnoter) : plainBlock(nod, fotnoter, '-')));
    delar.push(...fotnoter.take());
  }
  return delar.length === 0 ? '' : `${delar.join('\n\n')}\n`;
}

/** Numbers footnotes through the document and keeps their words until the avsnitt is over. */
class Fotnoter {
  private antal = 0;
  private vantande: string[] = [];

  /** @returns the mark to put at the reference; a footnote without words has none. */
  add(ord: string): string {
    if (ord === '') return '';
    this.antal += 1;
    this.vantande.push(`[${this.antal}] ${ord}`);
    return `[${this.antal}]`;
  }

  take(): readonly string[] {
    const noter = this.vantande;
    this.vantande = [];
    return noter;
  }
}

function plainAvsnitt(avsnitt: TextNod, fotnoter: Fotnoter): readonly string[] {
  return childrenOf(avsnitt).flatMap((nod, index) => plainBlock(nod, fotnoter, index === 0 ? '=' : '-'));
}

/** @returns the block's parts, each to stand between empty lines. */
function plainBlock(nod: TextNod, fotnoter: Fotnoter, linje: '=' | '-'): readonly string[] {
  switch (nod.type) {
    case 'avsnittsrubrik': {
      const rubrik = ord(nod, fotnoter).replace(/\s+/gu, ' ').trim();
      return rubrik === '' ? [] : [`${rubrik}\n${linje.repeat(Math.min(Math.max(rubrik.length, 3), 60))}`];
    }
    case 'bulletList':
    case 'orderedList':
    case 'beslutslista':
      return some(plainLista(nod, fotnoter));
    case 'blockquote':
      return some(prefix(inner(nod, fotnoter).join('\n\n'), '> ', '> '));
    case 'table':
      return some(
        childrenOf(nod)
          .map(
            (rad) =>
              `| ${childrenOf(rad)
                .map((cell) => oneLine(inner(cell, fotnoter)))
                .join(' | ')} |`,
          )
          .join('\n'),
      );
    default:
      return some(ord(nod, fotnoter));
  }
}

function plainLista(lista: TextNod, fotnoter: Fotnoter): string {
  const punkter = childrenOf(lista);
  const start = typeof lista.attrs?.start === 'number' ? lista.attrs.start : 1;
  const ensam = lista.type === 'beslutslista' && punkter.length === 1 && start === 1;
  return punkter
    .map((punkt, index) => {
      const text = inner(punkt, fotnoter).join('\n');
      if (ensam) return text;
      const marke = lista.type === 'bulletList' ? '• ' : `${start + index}. `;
      return prefix(text, marke, ' '.repeat(marke.length));
    })
    .join('\n');
}

function inner(nod: TextNod, fotnoter: Fotnoter): readonly string[] {
  return childrenOf(nod).flatMap((block) => plainBlock(block, fotnoter, '-'));
}

function ord(nod: TextNod, fotnoter: Fotnoter): string {
  return childrenOf(nod)
    .map((del) => {
      if (del.type === 'fotnot') return fotnoter.add(oneLine([ord(del, fotnoter)]));
      return del.type === 'hardBreak' ? '\n' : (del.text ?? '');
    })
    .join('');
}

const some = (text: string): readonly string[] => (text.trim() === '' ? [] : [text]);
const oneLine = (delar: readonly string[]): string => delar.join(' ').replace(/\s+/gu, ' ').trim();
const prefix = (text: string, first: string, later: string): string => first + text.replaceAll('\n', `\n${later}`);
