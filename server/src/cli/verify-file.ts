import { DatabaseSync } from 'node:sqlite';
import { checkTables, type MasterRow, storeFault } from '../db/store-fault.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { ChainFault, ChainReport } from '../store/store.ts';

/**
 * Verifies the chains in a store's file, the server running or not.
 * @returns what to print, a chain and then each of its faults a line, and whether everything holds.
 */
export async function verifyFile(file: string): Promise<{ readonly lines: readonly string[]; readonly ok: boolean }> {
  const read = await readReports(file);
  if (!read.ok) return { lines: [read.why], ok: false };
  if (read.reports.length === 0)
    return { lines: ['Inget är förseglat ännu: det finns ingen kedja att kontrollera.'], ok: true };
  const lines = read.reports.flatMap((report) => [chainLine(report, read.names), ...report.faults.map(faultLine)]);
  const faults = read.reports.reduce((sum, report) => sum + report.faults.length, 0);
  lines.push(faults === 0 ? 'Allt stämmer.' : `${faults} fel. Det som är förseglat har ändrats sedan det förseglades.`);
  return { lines, ok: faults === 0 };
}

function chainLine({ namndId, entries, last, faults }: ChainReport, names: ReadonlyMap<string, string>): string {
  const name = names.get(namndId) ?? namndId;
  const mark = faults.length === 0 ? 'håller' : 'HÅLLER INTE';
  return `${name}: ${entries} förseglade, kedjan ${mark}${last === null ? '' : `, sista kontrollsumma ${last}`}`;
}

/** By number and id alone: who runs the machine is not to read a party group's title (R20). */
function faultLine({ nr, handlingId, what }: ChainFault): string {
  return `  post ${nr}${handlingId === null ? '' : ` (handling ${handlingId})`}: ${what}`;
}

type Read =
  | { readonly ok: true; readonly reports: readonly ChainReport[]; readonly names: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly why: string };

/** A file that is damaged, or no database at all, is what this command is asked to find: an answer, not a crash. */
async function readReports(file: string): Promise<Read> {
  try {
    const names = readNames(file);
    const store = openSqliteStore(file, null);
    try {
      return { ok: true, reports: await store.verify(), names };
    } finally {
      await store.close();
    }
  } catch (error) {
    const raw = error instanceof Error ? error.message : String(error);
    return { ok: false, why: storeFault(file, error) ?? `Databasen ${file} går inte att läsa: ${raw}` };
  }
}

function readNames(file: string): ReadonlyMap<string, string> {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    checkTables(
      database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table'").all() as unknown as MasterRow[],
    );
    const rows = database.prepare('SELECT id, namn FROM namnd').all();
    return new Map(rows.map((row) => [String(row.id), String(row.namn)]));
  } finally {
    database.close();
  }
}
