import type { DatabaseSync } from 'node:sqlite';
import type { HandlingId } from '@samskrift/shared';
import { GroupKeys } from '../nycklar/group-keys.ts';
import { baseOf, updateOf } from '../nycklar/purposes.ts';
import { decodeLogRow, encodeLogRow } from './batch-codec.ts';

/**
 * Encrypts and decrypts the documents of partigrupper on their way to and from the file; every other document passes as it is.
 * The log keeps each update apart, so that rows can still be put together without a key.
 */
export class GroupCipher {
  readonly #keys: GroupKeys;
  readonly #selectGroup;

  constructor(database: DatabaseSync, masterKey: Uint8Array | null) {
    this.#keys = new GroupKeys(database, masterKey);
    this.#selectGroup = database.prepare(
      `SELECT agare_id AS grupp FROM handling WHERE id = ?1 AND agare_typ = 'partigrupp'
         AND NOT EXISTS (SELECT 1 FROM sigill WHERE handling_id = ?1)`,
    );
  }

  /** The group that owns the document; an owner never changes. Null for every other, and for what was sealed before groups had keys. */
  groupOf(id: HandlingId): string | null {
    return (this.#selectGroup.get(id) as { grupp: string } | undefined)?.grupp ?? null;
  }

  sealBase(group: string | null, id: HandlingId, base: Uint8Array): Uint8Array {
    return group === null ? base : this.#keys.encrypt(group, baseOf(id), base);
  }

  openBase(group: string | null, id: HandlingId, base: Uint8Array): Uint8Array {
    return group === null ? base : this.#keys.decrypt(group, baseOf(id), base);
  }

  sealRow(group: string, id: HandlingId, row: Uint8Array): Uint8Array {
    const updates = decodeLogRow(row);
    return encodeLogRow(
      updates.map(({ author, bytes }) => ({ author, bytes: this.#keys.encrypt(group, updateOf(id), bytes) })),
    );
  }

  openUpdate(group: string | null, id: HandlingId, update: Uint8Array): Uint8Array {
    return group === null ? update : this.#keys.decrypt(group, updateOf(id), update);
  }
}
