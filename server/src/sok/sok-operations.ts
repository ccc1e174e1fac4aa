import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { plainFromJson } from '@samskrift/shared';
import { documentJson } from '../store/document-bytes.ts';
import { inTransaction } from '../store/sqlite-connection.ts';
import { type Bit, bitar, ftsFraga, MARKE, sokIText } from './ord.ts';

/** Raised when the index is made in another way: it is then thrown away and made again from the texts. */
const VERSION = 1;
/** Words around a hit. */
const UTDRAG_ORD = 24;
const CONTROL = /\p{Cc}+/gu;
/** The lines under headings in the plain text. */
const STRECK = /^[=-]{3,}$/gmu;

/** What is stored of a text, as it came from the store; `titel` alone for an ärende. */
export interface Post {
  readonly id: string;
  readonly titel: string;
  readonly ovrigt: string;
  readonly bytes: readonly Uint8Array[];
}

/** An operation each that takes its time: texts are made of bytes here, and only what is told to is written. */
export function sokOperations(database: DatabaseSync) {
  prepareTables(database);
  const selectPost = database.prepare('SELECT rad, avtryck FROM sokpost WHERE id = ?');
  const insertPost = database.prepare('INSERT INTO sokpost (id, avtryck) VALUES (?, ?) RETURNING rad');
  const updatePost = database.prepare('UPDATE sokpost SET avtryck = ? WHERE rad = ?');
  const deleteWords = database.prepare('DELETE FROM sokord WHERE rowid = ?');
  const insertWords = database.prepare('INSERT INTO sokord (rowid, titel, text) VALUES (?, ?, ?)');
  const select = database.prepare(
    `SELECT id, snippet(sokord, 1, '${MARKE.start}', '${MARKE.slut}', '…', ${UTDRAG_ORD}) AS utdrag
     FROM sokord JOIN sokpost ON sokpost.rad = sokord.rowid
     WHERE sokord MATCH ? AND id IN (SELECT value FROM json_each(?)) ORDER BY bm25(sokord, 4.0, 1.0)`,
  );

  return {
    /** Puts a text into the index; one that is there as it is already costs a checksum. */
    index(post: Post): void {
      const avtryck = checksum(post);
      const known = selectPost.get(post.id) as { rad: number; avtryck: string } | undefined;
      if (known?.avtryck === avtryck) return;
      const text = plain(post);
      inTransaction(database, () => {
        const rad = known?.rad ?? (insertPost.get(post.id, avtryck) as { rad: number }).rad;
        if (known !== undefined) {
          updatePost.run(avtryck, rad);
          deleteWords.run(rad);
        }
        insertWords.run(rad, clean(post.titel), text);
      });
    },

    /** Those of the ids that have every word, best first. */
    search(ord: readonly string[], ids: readonly string[]): { id: string; utdrag: readonly Bit[] }[] {
      const rows = select.all(ftsFraga(ord), JSON.stringify(ids)) as { id: string; utdrag: string }[];
      return rows.map(({ id, utdrag }) => ({ id, utdrag: bitar(utdrag) }));
    },

    /** The same question of one text that must not be in the index: nothing of it is kept. */
    match(ord: readonly string[], post: Post): readonly Bit[] | null {
      return sokIText(clean(post.titel), plain(post), ord);
    },

    close(): void {
      database.close();
    },
  };
}

export type SokOperations = ReturnType<typeof sokOperations>;

function prepareTables(database: DatabaseSync): void {
  const { user_version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (user_version === VERSION) return;
  database.exec(`
    DROP TABLE IF EXISTS sokord;
    DROP TABLE IF EXISTS sokpost;
    CREATE TABLE sokpost (rad INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, avtryck TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE sokord USING fts5(titel, text, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0');
    PRAGMA user_version = ${VERSION};
  `);
}

function checksum({ titel, ovrigt, bytes }: Post): string {
  const hash = createHash('sha256').update(JSON.stringify([titel, ovrigt, bytes.map(({ length }) => length)]));
  for (const part of bytes) hash.update(part);
  return hash.digest('hex');
}

function plain({ ovrigt, bytes: [base, ...tail] }: Post): string {
  const text = base === undefined ? '' : plainFromJson(documentJson(base, tail)).replace(STRECK, '');
  return clean(`${text} ${ovrigt}`);
}

const clean = (text: string): string => text.normalize('NFC').replace(CONTROL, ' ').replace(/ {2,}/g, ' ').trim();
