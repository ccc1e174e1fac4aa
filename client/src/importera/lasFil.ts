import { IMPORT_MAX_BYTES, type Lasresultat, lasText } from '@samskrift/shared';

/** Reads a chosen file. Of one that is too big no more is read than shows that it is. */
export async function lasFil(fil: Blob): Promise<Lasresultat> {
  return lasText(new Uint8Array(await fil.slice(0, IMPORT_MAX_BYTES + 1).arrayBuffer()));
}

/** Text that was pasted, under the same limits as a file. */
export function lasInklistrat(text: string): Lasresultat {
  return lasText(new TextEncoder().encode(text));
}
