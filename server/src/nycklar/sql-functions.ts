import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { CipherError } from './cipher.ts';
import { GroupKeys } from './group-keys.ts';

/**
 * SQL's own words for a group's secrets, so that whoever asks the database needs no key: `hemlig(group, purpose, value)` encrypts
 * a text (as base64) or bytes, `oppen` is its inverse and NULL for what cannot be decrypted, `nyckel_passar(group)` tells whether
 * this master key is the store's.
 */
export function addSecretFunctions(database: DatabaseSync, master: Uint8Array | null): void {
  let made: GroupKeys | null = null;
  // Not before the first use: the migrations that make the keys' table are run on this connection.
  const keys = (): GroupKeys => {
    made ??= new GroupKeys(database, master);
    return made;
  };
  // Nothing that lies in the file (a trigger, a view) is to call them.
  const options = { directOnly: true };

  database.function('hemlig', options, (group, purpose, value): SQLInputValue => {
    if (value instanceof Uint8Array) return keys().encrypt(String(group), String(purpose), value);
    return base64(keys().encrypt(String(group), String(purpose), Buffer.from(String(value))));
  });

  database.function('oppen', options, (group, purpose, value): SQLInputValue => {
    const isBytes = value instanceof Uint8Array;
    const bytes = isBytes ? value : Buffer.from(String(value), 'base64');
    const plain = decryptOrNull(keys(), group, purpose, bytes);
    return plain === null || isBytes ? plain : Buffer.from(plain).toString();
  });

  database.function('nyckel_passar', options, (group): SQLInputValue => (keys().opens(String(group)) ? 1 : 0));
}

function decryptOrNull(
  keys: GroupKeys,
  group: SQLOutputValue,
  purpose: SQLOutputValue,
  bytes: Uint8Array,
): Uint8Array | null {
  try {
    return keys.decrypt(String(group), String(purpose), bytes);
  } catch (error) {
    if (error instanceof CipherError) return null;
    throw error;
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}
