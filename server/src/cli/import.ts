/** `npm run import -- FIL [--arende DNR --person EPOST]`: what the import makes of a file, and with an ärende a new handling. */
import { importera } from '@samskrift/shared';
import { openDb, StoreNewerError } from '../db/open.ts';
import { changeList } from './change-list.ts';
import { createImported } from './create-imported.ts';
import { existingDataFile, noDataFile } from './data-file.ts';
import { EXIT } from './exit-codes.ts';
import { readArguments, USAGE } from './import-arguments.ts';
import { readTextFile } from './read-file.ts';

async function run(args: readonly string[]): Promise<number> {
  const read = readArguments(args);
  if (typeof read === 'string') return refuse(`${read}\n\n${USAGE}`, EXIT.usage);
  const file = await readTextFile(read.file);
  if (!file.ok) return refuse(file.message, EXIT.noInput);
  const forslag = importera(file.text);
  process.stdout.write(`${changeList(forslag).join('\n')}\n`);
  if (read.target === null) return EXIT.ok;

  const dataFile = existingDataFile(process.env);
  if (dataFile === null) return refuse(noDataFile(process.env), EXIT.noInput);
  const db = await openDb(dataFile).catch((error: unknown) => {
    if (error instanceof StoreNewerError) return null;
    throw error;
  });
  if (db === null) return refuse('Databasen har skrivits av en nyare Samskrift: kör den versionen.', EXIT.fault);
  try {
    const created = await createImported(db, forslag, read.target, new Date());
    if (!created.ok) return refuse(created.message, EXIT.fault);
    process.stdout.write(`\nSkapad: handling ${created.id} i ärendet ${read.target.dnr}, ägare ${created.agare}.\n`);
    return EXIT.ok;
  } finally {
    await db.destroy();
  }
}

function refuse(message: string, code: number): number {
  console.error(message);
  return code;
}

process.exitCode = await run(process.argv.slice(2));
