/** `npm run rotate-keys`: new keys for every partigrupp, under MASTER_KEY_NEW where it is set. The server is not to run. */
import { dirname } from 'node:path';
import { lockDataDir, StartError } from '../data-dir.ts';
import { openDb } from '../db/open.ts';
import { storeFault } from '../db/store-fault.ts';
import { MASTER_KEY_FORM, masterKeyOf } from '../nycklar/master-key.ts';
import { rotateKeys } from '../store/rekey.ts';
import { existingDataFile, noDataFile, storedMasterKey } from './data-file.ts';
import { EXIT } from './exit-codes.ts';

async function run(environment: NodeJS.ProcessEnv): Promise<number> {
  const file = existingDataFile(environment);
  if (file === null) return refuse(noDataFile(environment), EXIT.noInput);
  const key = storedMasterKey(environment);
  if (typeof key === 'string') return refuse(key, EXIT.config);
  const hex = environment.MASTER_KEY_NEW;
  const next = hex === undefined ? key : masterKeyOf(hex);
  if (next === null) return refuse(`MASTER_KEY_NEW ${MASTER_KEY_FORM}.`, EXIT.config);
  let unlock: (() => void) | null = null;
  try {
    unlock = lockDataDir(dirname(file));
    // Brings the tables up to date, and proves that the key is the store's before anything is written.
    await (await openDb(file, key)).destroy();
    const { groups, handlingar } = rotateKeys(file, key, next);
    process.stdout.write(`Klart: ${groups} partigrupper har nya nycklar, ${handlingar} handlingar är omkrypterade.\n`);
    if (hex !== undefined) process.stdout.write('Starta nu med MASTER_KEY satt till den nya nyckeln.\n');
    return EXIT.ok;
  } catch (error) {
    const fault = error instanceof StartError ? error.message : storeFault(file, error);
    if (fault === null) throw error;
    return refuse(fault, EXIT.fault);
  } finally {
    unlock?.();
  }
}

function refuse(message: string, code: number): number {
  console.error(message);
  return code;
}

process.exitCode = await run(process.env);
