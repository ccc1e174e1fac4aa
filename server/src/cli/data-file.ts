import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEMO_KEY, demoMasterKey } from '../data-dir.ts';
import { MASTER_KEY_FORM, masterKeyOf } from '../nycklar/master-key.ts';

/**
 * The store's file in DATA_DIR, if there is one: a command never makes a store, it works on the one that the server has.
 * @returns null where there is none
 */
export function existingDataFile(environment: Readonly<Record<string, string | undefined>>): string | null {
  const file = join(dataDir(environment), 'samskrift.db');
  return existsSync(file) ? file : null;
}

/** What to say where existingDataFile finds none. */
export function noDataFile(environment: Readonly<Record<string, string | undefined>>): string {
  return `Det finns ingen databas i ${dataDir(environment)}. Starta Samskrift en gång, eller ange mappen med DATA_DIR.`;
}

/** The key of the store in DATA_DIR, from MASTER_KEY or as demo mode keeps it; or what to say where there is none. */
export function storedMasterKey(environment: Readonly<Record<string, string | undefined>>): Uint8Array | string {
  const hex = environment.MASTER_KEY;
  if (hex !== undefined) return masterKeyOf(hex) ?? `MASTER_KEY ${MASTER_KEY_FORM}.`;
  const dir = dataDir(environment);
  if (existsSync(join(dir, DEMO_KEY))) return demoMasterKey(dir);
  return 'MASTER_KEY saknas: sätt den till samma nyckel som servern har.';
}

function dataDir(environment: Readonly<Record<string, string | undefined>>): string {
  return resolve(environment.DATA_DIR ?? './data');
}
