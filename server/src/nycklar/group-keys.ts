import assert from 'node:assert';
import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { CipherError, decrypt, encrypt, joined, KEY_BYTES } from './cipher.ts';

/** «GCM1»: what is encrypted begins so, and is told from what is not. */
const MARK = new Uint8Array([0x47, 0x43, 0x4d, 0x31]);
const HEAD_BYTES = MARK.length + 4;

interface KeyRow {
  readonly version: number;
  readonly inslagen: Uint8Array;
}

/**
 * The keys of the partigrupper, for whoever has a connection to the store (domain §5, rule 1). Each group has one of its own, which
 * lies in the store wrapped by the master key; the master key lies in the configuration alone. What is encrypted is mark, version
 * of the key (4 bytes, big endian) and what `encrypt` gives.
 */
export class GroupKeys {
  readonly #master: Uint8Array | null;
  readonly #selectLatest;
  readonly #selectOne;
  readonly #insert;
  /** By the wrapped key and not by its number: one that was made in a transaction that failed is never used again. */
  readonly #unwrapped = new Map<string, Uint8Array>();

  /** @param master null for whoever is not to read any group's words. */
  constructor(database: DatabaseSync, master: Uint8Array | null) {
    assert(master === null || master.length === KEY_BYTES, 'a master key is 32 bytes');
    this.#master = master;
    this.#selectLatest = database.prepare(
      'SELECT version, inslagen FROM gruppnyckel WHERE partigrupp_id = ? ORDER BY version DESC LIMIT 1',
    );
    this.#selectOne = database.prepare(
      'SELECT version, inslagen FROM gruppnyckel WHERE partigrupp_id = ? AND version = ?',
    );
    this.#insert = database.prepare('INSERT INTO gruppnyckel (partigrupp_id, version, inslagen) VALUES (?, ?, ?)');
  }

  /** Encrypts with the group's newest key; its first one is made when first asked for, in the caller's transaction. */
  encrypt(group: string, purpose: string, plain: Uint8Array): Uint8Array {
    const { version, inslagen } = this.#latest(group) ?? this.renew(group);
    const head = new Uint8Array(HEAD_BYTES);
    head.set(MARK);
    new DataView(head.buffer).setUint32(MARK.length, version);
    return joined([head, encrypt(this.#unwrap(group, { version, inslagen }), purpose, plain)]);
  }

  /** @throws CipherError where the bytes are another group's, another purpose's, or changed. */
  decrypt(group: string, purpose: string, bytes: Uint8Array): Uint8Array {
    if (!isEncrypted(bytes)) throw new CipherError();
    const version = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MARK.length);
    const row = this.#selectOne.get(group, version) as KeyRow | undefined;
    if (row === undefined) throw new CipherError();
    return decrypt(this.#unwrap(group, row), purpose, bytes.subarray(HEAD_BYTES));
  }

  /** Gives the group a new key, with which everything from now on is encrypted. */
  renew(group: string): KeyRow {
    const version = (this.#latest(group)?.version ?? 0) + 1;
    const inslagen = encrypt(this.#needed(), wrapping(group, version), randomBytes(KEY_BYTES));
    this.#insert.run(group, version, inslagen);
    return { version, inslagen };
  }

  /** Whether this master key is the one that the group's key is wrapped by. */
  opens(group: string): boolean {
    const row = this.#latest(group);
    if (row === undefined) return true;
    try {
      this.#unwrap(group, row);
      return true;
    } catch (error) {
      if (error instanceof CipherError) return false;
      throw error;
    }
  }

  #latest(group: string): KeyRow | undefined {
    return this.#selectLatest.get(group) as KeyRow | undefined;
  }

  #unwrap(group: string, { version, inslagen }: KeyRow): Uint8Array {
    const name = Buffer.from(inslagen).toString('latin1');
    const known = this.#unwrapped.get(name);
    if (known !== undefined) return known;
    const key = decrypt(this.#needed(), wrapping(group, version), inslagen);
    this.#unwrapped.set(name, key);
    return key;
  }

  #needed(): Uint8Array {
    assert(this.#master !== null, 'opened without the master key');
    return this.#master;
  }
}

export function isEncrypted(bytes: Uint8Array): boolean {
  return bytes.length >= HEAD_BYTES && MARK.every((byte, index) => bytes[index] === byte);
}

const wrapping = (group: string, version: number): string => `gruppnyckel ${group} ${version}`;
