import { open } from 'node:fs/promises';
import { IMPORT_MAX_BYTES, lasText } from '@samskrift/shared';
import { errorCode } from '../data-dir.ts';

export type ReadOutcome =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

const REFUSED: Readonly<Record<string, string>> = {
  ENOENT: 'finns inte. Kontrollera sökvägen.',
  EISDIR: 'är en mapp. Ange en textfil.',
  EACCES: 'får inte läsas. Kontrollera behörigheten.',
  EPERM: 'får inte läsas. Kontrollera behörigheten.',
};

/** Reads a text file of whatever encoding; of one that is too big only enough to know that it is. */
export async function readTextFile(file: string): Promise<ReadOutcome> {
  let bytes: Uint8Array;
  try {
    bytes = await readAtMost(file, IMPORT_MAX_BYTES + 1);
  } catch (error) {
    const code = errorCode(error);
    if (code === '') throw error;
    return { ok: false, message: `${file} ${REFUSED[code] ?? `går inte att läsa (${code}).`}` };
  }
  const read = lasText(bytes);
  return read.ok ? { ok: true, text: read.text } : { ok: false, message: `${file}: ${read.meddelande}` };
}

async function readAtMost(file: string, max: number): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const bytes = new Uint8Array(max);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(bytes, length, max - length);
      length += bytesRead;
      if (bytesRead === 0 || length === max) return bytes.subarray(0, length);
    }
  } finally {
    await handle.close();
  }
}
