/** A store of a database that a test keeps for itself: what others write to it waits until it is released. */
export interface HeldStore {
  /** Resolves when the database has had the time to do this many other things. */
  turns(count: number): Promise<void>;
  release(): void;
}

/** Holds a store by a transaction of its own, which a database keeps open for as long as it is asked something. */
export async function holdStore(name: string, store: string): Promise<HeldStore> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const held = database.transaction(store, 'readwrite').objectStore(store);
  let released = false;
  let turn = 0;
  const waiting = new Map<number, () => void>();
  await new Promise<void>((begun) => {
    const again = () => {
      held.count().onsuccess = () => {
        begun();
        turn++;
        waiting.get(turn)?.();
        if (released) database.close();
        else again();
      };
    };
    again();
  });
  return {
    turns: (count) => new Promise((resolve) => waiting.set(turn + count, resolve)),
    release: () => {
      released = true;
    },
  };
}

/** More turns than any transaction of ours has requests after its first write. */
const TURNS_TO_COMMIT = 5;

/** The disk is full: as in Chromium, all that is put is taken and its transaction then aborted. @returns its undo */
export function fillDisk(): () => void {
  const { prototype } = IDBObjectStore;
  const { add, put } = prototype;
  const full = (write: typeof add) =>
    function (this: IDBObjectStore, ...given: Parameters<typeof add>) {
      let turns = 0;
      const abort = () => {
        turns++;
        if (turns === TURNS_TO_COMMIT) this.transaction.abort();
        else this.count().onsuccess = abort;
      };
      const request = write.apply(this, given);
      request.addEventListener('success', abort);
      return request;
    };
  prototype.add = full(add);
  prototype.put = full(put);
  return () => Object.assign(prototype, { add, put });
}
