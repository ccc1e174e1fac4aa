import { textSchema } from './extensions.ts';
import type { TextJson } from './json.ts';
import { arSakerLank } from './lank.ts';
import { jsonFromNode, nodeFromJson } from './node.ts';

/** Far above the longest real utlåtande (230,000 characters), far below what would stall a page. */
export const TEXT_GRANSER = { tecken: 2_000_000, noder: 200_000, djup: 40 } as const;

export type Textfel =
  | 'inget_dokument'
  | 'okand_del'
  | 'okand_markering'
  | 'osaker_lank'
  | 'for_djup'
  | 'for_stor'
  | 'passar_inte';
export type Kontrollresultat =
  | { readonly ok: true; readonly json: TextJson }
  | { readonly ok: false; readonly fel: Textfel; readonly meddelande: string };

const MEDDELANDE: Readonly<Record<Textfel, string>> = {
  inget_dokument: 'Det som skickades är inte en text. Ladda om sidan och försök igen.',
  okand_del: 'Texten innehåller en del som Samskrift inte känner till. Ladda om sidan och försök igen.',
  okand_markering: 'Texten innehåller en formatering som Samskrift inte känner till. Ladda om sidan och försök igen.',
  osaker_lank: 'Texten innehåller en länk som inte går till en webbsida, e-post eller telefon. Ta bort länken.',
  for_djup: 'Listor, citat eller tabeller ligger för djupt i varandra. Flytta ut några nivåer.',
  for_stor: 'Texten är för stor. Dela upp den på flera handlingar.',
  passar_inte: 'Textens delar står på ett sätt som inte går att läsa. Ladda om sidan och försök igen.',
};

/**
 * Whether JSON from outside is a document of ours: known nodes and marks, safe links, bounded size and depth, content that
 * fits (what does not fit would be deleted by the first editor that opens it).
 * @returns the JSON in ProseMirror's own form, or what is wrong, for the person.
 */
export function kontrollera(value: unknown): Kontrollresultat {
  const fel = felI(value);
  if (fel !== null) return refuse(fel);
  try {
    const node = nodeFromJson(value as TextJson);
    node.check();
    return { ok: true, json: jsonFromNode(node) };
  } catch (error) {
    if (error instanceof RangeError) return refuse('passar_inte');
    throw error;
  }
}

const refuse = (fel: Textfel): Kontrollresultat => ({ ok: false, fel, meddelande: MEDDELANDE[fel] });

/** Walks without recursion: the depth is the sender's to choose until it has been measured. */
function felI(value: unknown): Textfel | null {
  if (!isRecord(value) || value.type !== 'doc') return 'inget_dokument';
  const stack: { readonly nod: unknown; readonly djup: number }[] = [{ nod: value, djup: 0 }];
  let tecken = 0;
  let noder = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { nod, djup } = next;
    if (djup > TEXT_GRANSER.djup) return 'for_djup';
    const fel = felINod(nod);
    if (fel !== null) return fel;
    const { text, content = [] } = nod as { readonly text?: string; readonly content?: readonly unknown[] };
    tecken += text?.length ?? 0;
    noder += 1 + content.length;
    if (tecken > TEXT_GRANSER.tecken || noder > 2 * TEXT_GRANSER.noder) return 'for_stor';
    for (const inner of content) stack.push({ nod: inner, djup: djup + 1 });
  }
  return null;
}

function felINod(nod: unknown): Textfel | null {
  if (!isRecord(nod) || typeof nod.type !== 'string') return 'inget_dokument';
  if (!Object.hasOwn(textSchema.nodes, nod.type)) return 'okand_del';
  const ord = nod.type === 'text' ? typeof nod.text === 'string' && nod.text !== '' : nod.text === undefined;
  if (!ord || !isArrayOrAbsent(nod.content) || !isArrayOrAbsent(nod.marks)) return 'passar_inte';
  if (nod.attrs !== undefined && nod.attrs !== null && !isRecord(nod.attrs)) return 'passar_inte';
  for (const mark of nod.marks ?? []) {
    if (!isRecord(mark) || typeof mark.type !== 'string' || !Object.hasOwn(textSchema.marks, mark.type)) {
      return 'okand_markering';
    }
    if (mark.type === 'link' && !(isRecord(mark.attrs) && arSakerLank(mark.attrs.href))) return 'osaker_lank';
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArrayOrAbsent(value: unknown): value is readonly unknown[] | undefined {
  return value === undefined || Array.isArray(value);
}
