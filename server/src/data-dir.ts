import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Something outside the program keeps it from starting; the message says what and what to do, for whoever started it. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
  }
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Makes the data directory where it is missing and proves that it can be written. @throws StartError */
export function prepareDataDir(dir: string): void {
  const probe = join(dir, `.skrivprov-${process.pid}`);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const message = `Datamappen ${dir} går inte att skriva i (${errorCode(error)}): ge rättigheter eller välj en annan DATA_DIR.`;
    throw new StartError(message, { cause: error });
  }
}

/** The secret of demo mode, which a restart is to log nobody out of, in hexadecimal. */
export function demoSecret(dir: string): string {
  return keptRandom(join(dir, 'demohemlighet'));
}

/** Demo mode's master key, 32 bytes. It lies beside what it protects: what a demo's groups write is no secret. */
export function demoMasterKey(dir: string): Uint8Array {
  return Uint8Array.from(Buffer.from(keptRandom(join(dir, DEMO_KEY)), 'hex'));
}

export const DEMO_KEY = 'demonyckel';

/** Made at random once and kept beside the data. */
function keptRandom(file: string): string {
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}

/**
 * Keeps the data directory for this process alone: two servers on one store would each relay to its own half of the writers.
 * The lock is a transaction of SQLite's in a file of its own, which the operating system ends with the process.
 * @returns what gives the directory up. @throws StartError where another process has it
 */
export function lockDataDir(dir: string): () => void {
  const database = new DatabaseSync(join(dir, 'las.db'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    const message = `Datamappen ${dir} används av en annan Samskrift: stoppa den eller välj en annan DATA_DIR.`;
    throw new StartError(message, { cause: error });
  }
  return () => database.close();
}
