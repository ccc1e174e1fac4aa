import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { STATEMENTS } from '../db/migrations.ts';
import { inTransaction } from '../store/sqlite-connection.ts';
import { CipherError } from './cipher.ts';
import { GroupKeys } from './group-keys.ts';
import { addSecretFunctions } from './sql-functions.ts';

const MASTER = new Uint8Array(32).fill(1);
const WORDS = Buffer.from('Behåll bokbussen');

describe('the keys of the groups', () => {
  let database: DatabaseSync;
  let keys: GroupKeys;
  beforeEach(() => {
    database = new DatabaseSync(':memory:');
    for (const statement of Object.values(STATEMENTS).flat()) database.exec(statement);
    keys = new GroupKeys(database, MASTER);
  });
  afterEach(() => database.close());

  it('[Q3] what is encrypted comes back to its own group for its own use, and differs each time', () => {
    const closed = keys.encrypt('a', 'titel h1', WORDS);
    expect(Buffer.from(keys.decrypt('a', 'titel h1', closed))).toEqual(WORDS);
    expect(Buffer.from(keys.encrypt('a', 'titel h1', WORDS))).not.toEqual(Buffer.from(closed));
    expect(Buffer.from(closed).includes('bokbussen')).toBe(false);
  });

  it('[Q3] another group, another use, and every single changed byte are refused', () => {
    const closed = keys.encrypt('a', 'titel h1', WORDS);
    keys.encrypt('b', 'titel h1', WORDS);
    expect(() => keys.decrypt('b', 'titel h1', closed)).toThrow(CipherError);
    expect(() => keys.decrypt('a', 'titel h2', closed)).toThrow(CipherError);
    expect(() => keys.decrypt('a', 'bas h1', closed)).toThrow(CipherError);
    for (let at = 0; at < closed.length; at++) {
      const changed = closed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => keys.decrypt('a', 'titel h1', changed), `byte ${at}`).toThrow(CipherError);
      expect(() => keys.decrypt('a', 'titel h1', closed.subarray(0, at)), `cut at ${at}`).toThrow(CipherError);
    }
  });

  it('[Q3] the store holds the keys wrapped: another master key opens none, nor another group’s row', () => {
    const closed = keys.encrypt('a', 'titel h1', WORDS);
    const other = new GroupKeys(database, new Uint8Array(32).fill(2));
    expect([keys.opens('a'), other.opens('a'), other.opens('unknown')]).toEqual([true, false, true]);
    expect(() => other.decrypt('a', 'titel h1', closed)).toThrow(CipherError);
    database.exec("UPDATE gruppnyckel SET partigrupp_id = 'b'");
    expect(() => new GroupKeys(database, MASTER).decrypt('b', 'titel h1', closed)).toThrow(CipherError);
  });

  it('[Q6] a renewed key is used from now on, and the one before still opens what it closed', () => {
    const before = keys.encrypt('a', 'titel h1', WORDS);
    keys.renew('a');
    const after = keys.encrypt('a', 'titel h1', WORDS);
    expect([before[7], after[7]]).toEqual([1, 2]);
    for (const closed of [before, after]) expect(Buffer.from(keys.decrypt('a', 'titel h1', closed))).toEqual(WORDS);
  });

  it('[Q8] a key whose transaction was rolled back closes nothing that is kept', () => {
    const lost = (): void =>
      inTransaction(database, () => {
        keys.encrypt('a', 'titel h1', WORDS);
        throw new RangeError('the disk is full');
      });
    expect(lost).toThrow('the disk is full');
    const kept = keys.encrypt('a', 'titel h1', WORDS);
    expect(Buffer.from(new GroupKeys(database, MASTER).decrypt('a', 'titel h1', kept))).toEqual(WORDS);
  });

  it('[Q8] in SQL too, where the key is made inside the statement that uses it', () => {
    addSecretFunctions(database, MASTER);
    const closed = () => database.prepare("SELECT hemlig('a', 'titel h1', 'Behåll bokbussen') AS ut").get()?.ut;
    database.exec('BEGIN');
    closed();
    database.exec('ROLLBACK');
    const ut = String(closed());
    expect(ut.startsWith('R0NNM')).toBe(true);
    const read = database.prepare("SELECT oppen('a', 'titel h1', ?) AS ett, oppen('b', 'titel h1', ?) AS annat");
    expect({ ...read.get(ut, ut) }).toEqual({ ett: 'Behåll bokbussen', annat: null });
  });
});
