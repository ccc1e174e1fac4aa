import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

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

function dataDir(environment: Readonly<Record<string, string | undefined>>): string {
  return resolve(environment.DATA_DIR ?? './data');
}
