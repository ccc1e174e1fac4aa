import { fetchUpdates, IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { DirtyMarks, isMarked } from './dirty-marks.ts';
import { Kept } from './kept.ts';

/** The database of one person's copy of one handling; the shell deletes every `samskrift:` database at logging out. */
export function localCopyName(personId: string, handlingId: string): string {
  return `samskrift:${personId}:${handlingId}`;
}

const SYNCED = 'synkad';
const SEALED = 'forseglat';
const CLEAN_AFTER_MS = 1_000;
const OPEN_MS = 1_500;

/** What the browser keeps of one handling: every update, and marks beside them. */
export interface LocalCopy {
  /** Whether the copy has once been in step with the server; one that has not is no text to show. */
  readonly synced: boolean;
  /** Whether it holds something written here that the server had not reported saved. */
  readonly dirty: boolean;
  /** Whether it keeps what is written: one that can only be read has already told its listener. */
  readonly keeps: boolean;
  /** The state a sealed handling was shown from the last time. */
  readonly sealed: Uint8Array | null;
  markSynced(): void;
  markDirty(dirty: boolean): void;
  markSealed(state: Uint8Array): void;
  /** Whether the listener wants to hear what is kept; it is not asked of the browser otherwise. */
  watchKept(watched: boolean): void;
  /** Stops writing; what is kept stays. */
  close(): Promise<void>;
  /** Stops writing and removes everything kept. */
  clear(): Promise<void>;
}

export interface CopyListener {
  /** Called once if the browser stops keeping what is written (full disk, removed by another tab). */
  failed(): void;
  /** Every update and mark so far is in a transaction that the browser has completed; false from the next one on. */
  kept(kept: boolean): void;
  /** Something that another tab of the person's had written is in the document now; this browser may be all that has it. */
  found(): void;
}

/**
 * Opens the copy and reads it into the document.
 * @returns null where the browser has no database to offer (some private windows).
 */
export async function openLocalCopy(name: string, doc: Y.Doc, listener?: CopyListener): Promise<LocalCopy | null> {
  if (!(await databasesWork())) return null;
  const marks = await DirtyMarks.open(name, doc.guid);
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  const { db: database } = persistence;
  if (database === null) throw new TypeError('y-indexeddb has read a database that it does not have');
  let failed = false;
  const kept = new Kept(database, (now) => {
    if (!failed) listener?.kept(now);
  });
  // Registered after the writer's own, so that what it counts has been put.
  const onUpdate = () => attempt(() => kept.given());
  const stop = () => {
    failed = true;
    doc.off('update', onUpdate);
    kept.watch(false);
  };
  const fail = () => {
    if (failed) return;
    stop();
    // After a lost database every further put would throw inside the document's own transaction.
    void persistence.destroy();
    marks.close();
    listener?.failed();
  };
  const attempt = (use: () => void) => {
    if (failed) return;
    try {
      use();
    } catch (error) {
      letGo(error);
    }
  };
  const letGo = (error: unknown) => {
    if (!(error instanceof DOMException)) throw error;
    fail();
  };
  // What the database could not read it has told by its own events already.
  const unread = (error: unknown) => {
    if (!failed) letGo(error);
  };
  doc.on('update', onUpdate);
  for (const event of ['error', 'abort', 'versionchange', 'close']) database.addEventListener(event, fail);
  const [synced, sealed, dirty] = await Promise.all([
    persistence.get(SYNCED) as Promise<unknown>,
    persistence.get(SEALED) as Promise<unknown>,
    isMarked(database),
  ]);
  // Put at once, unlike the library's own `set`: what is asked for afterwards stands behind it.
  const mark = (put: (custom: IDBObjectStore) => void) =>
    attempt(() => {
      put(database.transaction('custom', 'readwrite').objectStore('custom'));
      kept.given();
    });
  // The mark is set at once and taken away in a pause: a person who writes is saved between any two letters.
  let ownMark = false;
  let someMark = dirty;
  let wanted = dirty;
  let clearing: ReturnType<typeof setTimeout> | null = null;
  const markDirty = (now: boolean) => {
    if (clearing !== null) clearTimeout(clearing);
    clearing = null;
    wanted = now;
    if (now && !ownMark) mark((custom) => marks.put(custom));
    ownMark ||= now;
    someMark ||= now;
    if (!now && someMark) clearing = setTimeout(() => void clean(), CLEAN_AFTER_MS);
  };
  // What another tab has put since, perhaps one that has been closed: it is nowhere else, and goes to the server with ours.
  const catchUp = async () => {
    if (failed) return;
    let found = false;
    const see = (_update: Uint8Array, origin: unknown) => {
      found ||= origin === persistence;
    };
    doc.on('update', see);
    try {
      await fetchUpdates(persistence);
    } catch (error) {
      unread(error);
    } finally {
      doc.off('update', see);
    }
    if (found) listener?.found();
  };
  const clean = async () => {
    clearing = null;
    // Asked before the last look: a tab that had ended then has written nothing since.
    const mine = failed ? [] : await marks.mine(database).catch(unread);
    await catchUp();
    if (mine === undefined || wanted || clearing !== null || failed) return;
    ownMark = false;
    someMark = false;
    mark((custom) => {
      for (const key of mine) custom.delete(key);
    });
  };
  return {
    synced: synced === 1,
    dirty,
    get keeps() {
      return !failed;
    },
    sealed: sealed instanceof ArrayBuffer ? new Uint8Array(sealed) : null,
    markSynced: () => {
      mark((custom) => custom.put(1, SYNCED));
      void catchUp();
    },
    markDirty,
    markSealed: (state) => mark((custom) => custom.put(state.slice().buffer, SEALED)),
    watchKept: (watched) => attempt(() => kept.watch(watched)),
    close: async () => {
      if (clearing !== null) {
        clearTimeout(clearing);
        await clean();
      }
      if (failed) return;
      stop();
      await persistence.destroy();
      marks.close();
    },
    clear: async () => {
      if (clearing !== null) clearTimeout(clearing);
      stop();
      await persistence.clearData();
      marks.close();
    },
  };
}

/** Waits for a copy, but not for ever: a database that does not open must not keep the person from the server's text. */
export function unlessSlow<T>(opening: Promise<T>): Promise<T | null> {
  return Promise.race([opening, new Promise<null>((resolve) => setTimeout(() => resolve(null), OPEN_MS))]);
}

/** Asked beforehand because y-indexeddb lets its own opening fail as an unhandled rejection. */
function databasesWork(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return Promise.resolve(false);
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('samskrift:prov');
      request.onsuccess = () => {
        request.result.close();
        resolve(true);
      };
      request.onerror = () => resolve(false);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      resolve(false);
    }
  });
}
