export const IMPORT_MAX_BYTES = 2_000_000;

export type Kodning = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Lasfel = 'tom' | 'for_stor' | 'inte_text';
export type Lasresultat =
  | { readonly ok: true; readonly text: string; readonly kodning: Kodning }
  | { readonly ok: false; readonly fel: Lasfel; readonly meddelande: string };

/** The encoding decoders of the platform, which Node and every browser have; described here since shared knows neither. */
interface Decoder {
  decode(bytes: Uint8Array): string;
}
declare const TextDecoder: new (label: string, options: { readonly fatal: boolean }) => Decoder;

/** A PDF may hold nothing but readable characters, and be no text to read all the same. */
const PDF = /^%PDF-\d/;

const MEDDELANDE: Readonly<Record<Lasfel, string>> = {
  tom: 'Filen är tom. Välj en fil med text.',
  for_stor: 'Filen är större än 2 MB. Dela upp den, eller spara bara texten som .txt.',
  inte_text: 'Filen är inte en textfil. Spara dokumentet som ren text (.txt) och försök igen.',
};

/**
 * Reads the bytes of a text file: UTF-8 with or without BOM, UTF-16 with BOM, else Windows-1252, in which older programs
 * save Swedish. What holds control characters is no text, whatever it is called.
 */
export function lasText(bytes: Uint8Array, maxBytes: number = IMPORT_MAX_BYTES): Lasresultat {
  if (bytes.length > maxBytes) return refuse('for_stor');
  const { kodning, text } = decode(bytes);
  if (text === null || !arText(text) || PDF.test(text)) return refuse('inte_text');
  if (text.trim() === '') return refuse('tom');
  return { ok: true, text, kodning };
}

const refuse = (fel: Lasfel): Lasresultat => ({ ok: false, fel, meddelande: MEDDELANDE[fel] });

function decode(bytes: Uint8Array): { readonly kodning: Kodning; readonly text: string | null } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { kodning: 'utf-16le', text: strict('utf-16le', bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { kodning: 'utf-16be', text: strict('utf-16be', bytes) };
  const utf8 = strict('utf-8', bytes);
  return utf8 === null
    ? { kodning: 'windows-1252', text: strict('windows-1252', bytes) }
    : { kodning: 'utf-8', text: utf8 };
}

/** @returns null if the bytes are not of the encoding. */
function strict(label: Kodning, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Form feed is allowed: PDF tools put one between pages. The C1 block is what binary looks like in Windows-1252. */
function arText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text.
  const styrtecken = text.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd\ufffe\uffff]/g);
  return styrtecken === null;
}
