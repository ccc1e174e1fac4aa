import { FORTECKNING_MAX_BYTES, lasText } from '@samskrift/shared';

export type Tabell =
  | { readonly ok: true; readonly celler: string[][] }
  | { readonly ok: false; readonly meddelande: string };

const refuse = (meddelande: string): Tabell => ({ ok: false, meddelande });

/**
 * The cells of a file, line by line: Excel's .xlsx by its first bytes, else CSV in UTF-8, UTF-16 or Windows-1252, with the
 * separator that the first line has most of.
 */
export async function lasTabell(bytes: Uint8Array): Promise<Tabell> {
  if (bytes.length === 0) return refuse('Filen är tom. Välj en fil med en rad för varje uppdrag.');
  if (bytes.length > FORTECKNING_MAX_BYTES) return refuse('Filen är större än 5 MB. Dela upp den i flera.');
  return arZip(bytes) ? lasExcel(bytes) : lasCsv(bytes);
}

function arZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

async function lasExcel(bytes: Uint8Array): Promise<Tabell> {
  // Asked for only here: nobody else waits for it at a start.
  const { readSheet } = await import('read-excel-file/node');
  try {
    const rader = await readSheet(Buffer.from(bytes));
    return { ok: true, celler: rader.map((rad) => rad.map(cellText)) };
  } catch (error) {
    // Whatever the library throws here is about the file: it is given nothing else.
    const orsak = error instanceof Error ? error.name : 'okänt fel';
    return refuse(`Filen går inte att läsa som Excel (${orsak}). Spara den som .xlsx eller .csv och försök igen.`);
  }
}

/** A day in Excel is midnight in no time zone, which the library gives as UTC. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

async function lasCsv(bytes: Uint8Array): Promise<Tabell> {
  const last = lasText(bytes, FORTECKNING_MAX_BYTES);
  if (!last.ok) {
    return refuse(
      last.fel === 'tom'
        ? 'Filen är tom. Välj en fil med en rad för varje uppdrag.'
        : 'Filen är varken CSV eller Excel (.xlsx). Spara listan i något av dem och försök igen.',
    );
  }
  const { CsvError, parse } = await import('csv-parse/sync');
  try {
    const celler: string[][] = parse(last.text, {
      bom: true,
      delimiter: skiljetecken(last.text),
      relax_column_count: true,
      // Empty lines are kept, so that a line has the number it has in the file.
      skip_empty_lines: false,
    });
    return { ok: true, celler };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse(
      `Rad ${String(error.lines ?? '')} går inte att läsa: ett citattecken är öppet eller står fel. Rätta raden.`,
    );
  }
}

function skiljetecken(text: string): string {
  const forsta = text.trimStart().split(/\r\n|\r|\n/, 1)[0] ?? '';
  const antal = (tecken: string) => forsta.split(tecken).length;
  return [';', ',', '\t'].reduce((bast, tecken) => (antal(tecken) > antal(bast) ? tecken : bast));
}
