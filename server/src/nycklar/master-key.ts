import { KEY_BYTES } from './cipher.ts';

/** What is wanted of MASTER_KEY, for whoever has set something else. */
export const MASTER_KEY_FORM = 'ska vara 64 hexadecimala tecken, som «openssl rand -hex 32» ger';

/** The key that 64 hexadecimal digits stand for; null for anything else. */
export function masterKeyOf(hex: string): Uint8Array | null {
  return /^[0-9a-f]+$/i.test(hex) && hex.length === 2 * KEY_BYTES ? Uint8Array.from(Buffer.from(hex, 'hex')) : null;
}
