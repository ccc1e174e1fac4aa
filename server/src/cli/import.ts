/** `npm run import -- FIL [--arende DNR --person EPOST]`: what the import makes of a file, and with an ärende a new handling. */
import { importera } from '@samskrift/shared';
import { type Db, openDb } from '../db/open.ts';
import { storeFault } from '../db/store-fault.ts';
import { changeList } from './change-list.ts';
import { createImported } from './create-imported.ts';
import { existingDataFile, noDataFile, storedMasterKey } from './data-file.ts';
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
  const key = storedMasterKey(process.env);
  if (typeof key === 'string') return refuse(key, EXIT.config);
  const db = await openOrFault(dataFile, key);
  if (typeof db === 'string') return refuse(db, EXIT.fault);
  try {
    const created = await createImported(db, forslag, read.target, new Date());
    if (!created.ok) return refuse(created.message, EXIT.fault);
    if (created.mallnot !== null) process.stdout.write(`\n${created.mallnot}\n`);
    process.stdout.write(`\nSkapad: handling ${created.id} i ärendet ${read.target.dnr}, ägare ${created.agare}.\n`);
    return EXIT.ok;
  } finally {
    await db.destroy();
  }
}

/** @returns what is wrong, where the file is another version's. */
async function openOrFault(file: string, key: Uint8Array): Promise<Db | string> {
  try {
    return await openDb(file, key);
  } catch (error) {
    const fault = storeFault(file, error);
    if (fault === null) throw error;
    return fault;
  }
}

function refuse(message: string, code: number): number {
  console.error(message);
  return code;
}

process.exitCode = await run(process.argv.slice(2));
