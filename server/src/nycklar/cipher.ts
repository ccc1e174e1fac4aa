import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
/** A random nonce may be used for 2^32 messages of one key (NIST SP 800-38D §8.3): more than a group ever writes. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/** The key is another one, or the bytes are not what was written for this purpose. */
export class CipherError extends Error {
  constructor(options?: ErrorOptions) {
    super('the bytes are not what was encrypted with this key for this purpose', options);
    this.name = 'CipherError';
  }
}

/**
 * AES-256-GCM: nonce (12 bytes), tag (16), cipher text.
 * @param purpose what the bytes are, bound to them: moved to another place they are not decrypted.
 * @returns bytes in a buffer of their own.
 */
export function encrypt(key: Uint8Array, purpose: string, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(purpose));
  const parts = [cipher.update(plain), cipher.final()];
  return joined([nonce, cipher.getAuthTag(), ...parts]);
}

/** The inverse of encrypt; bytes in a buffer of their own. @throws CipherError */
export function decrypt(key: Uint8Array, purpose: string, bytes: Uint8Array): Uint8Array {
  if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new CipherError();
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return joined([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new CipherError({ cause: error });
  }
}

/** Not Buffer.concat: its result may lie in Node's pool, and what comes from here is handed over to another thread, buffer and all. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
