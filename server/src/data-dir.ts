import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** The secret of demo mode: made at random once and kept beside the data, so that a restart logs nobody out. */
export function demoSecret(dir: string): string {
  const file = join(dir, 'demohemlighet');
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}
