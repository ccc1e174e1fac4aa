const PREFIX = 'osparat';

/** The keys of a copy's `custom` store under which an opening says, by the value 1, that it holds something unsaved. */
const marks = () => IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`);

/**
 * The marks of one copy. Each opening of it, in whatever tab, has a mark of its own and a lock with the same name, which the
 * browser lets go when its tab ends, also by a crash. So no tab takes away what another that is still open has marked, and
 * what an ended one left is taken over by whoever gets it saved.
 */
export class DirtyMarks {
  readonly #name: string;
  readonly #own: string;
  readonly #letGo: () => void;

  /** @param name the copy's, @param opening different for every opening of it. Resolves when the lock is held. */
  static async open(name: string, opening: string): Promise<DirtyMarks> {
    const own = `${PREFIX}:${opening}`;
    const letGo = await hold(lockOf(name, own));
    return new DirtyMarks(name, own, letGo);
  }

  private constructor(name: string, own: string, letGo: () => void) {
    this.#name = name;
    this.#own = own;
    this.#letGo = letGo;
  }

  /** Marks what is put in the same transaction, or before it. */
  put(custom: IDBObjectStore): void {
    custom.put(1, this.#own);
  }

  /** The marks that are this opening's to take away: its own, and those whose tabs have ended. */
  async mine(database: IDBDatabase): Promise<readonly string[]> {
    const [set, held] = await Promise.all([setMarks(database), heldLocks()]);
    return set.filter((key) => key === this.#own || !held.has(lockOf(this.#name, key)));
  }

  /** Called when nothing more is written: what is still marked is anybody's. */
  close(): void {
    this.#letGo();
  }
}

/** Whether any opening has marked the copy. */
export async function isMarked(database: IDBDatabase): Promise<boolean> {
  return (await setMarks(database)).length > 0;
}

/** Whether any tab has the copy open. */
export async function isOpen(name: string): Promise<boolean> {
  return [...(await heldLocks())].some((lock) => lock.startsWith(lockOf(name, '')));
}

/** Whether the copy has a mark that nobody who is still there will see to. */
export async function isLeft(name: string, database: IDBDatabase): Promise<boolean> {
  const [set, held] = await Promise.all([setMarks(database), heldLocks()]);
  return set.some((key) => !held.has(lockOf(name, key)));
}

function lockOf(name: string, key: string): string {
  return `${name}#${key}`;
}

function setMarks(database: IDBDatabase): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('custom');
    const set: string[] = [];
    transaction.objectStore('custom').openCursor(marks()).onsuccess = (event) => {
      const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
      if (cursor === null) return;
      if (cursor.value === 1) set.push(String(cursor.key));
      cursor.continue();
    };
    transaction.oncomplete = () => resolve(set);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Browsers offer locks to pages with https, and of this machine; without them every tab is taken to have ended. */
function locks(): LockManager | null {
  return typeof navigator !== 'undefined' && 'locks' in navigator ? navigator.locks : null;
}

async function heldLocks(): Promise<ReadonlySet<string>> {
  const now = await locks()?.query();
  return new Set(now?.held?.flatMap(({ name }) => (name === undefined ? [] : [name])));
}

/** @returns what lets go of it, once it is held. */
function hold(name: string): Promise<() => void> {
  const manager = locks();
  if (manager === null) return Promise.resolve(() => undefined);
  return new Promise((resolve, reject) => {
    manager
      .request(name, () => new Promise<void>((letGo) => resolve(() => letGo())))
      .catch((error: unknown) => {
        // A page that may keep things but not lock them (some embedded ones) is as one without locks.
        if (error instanceof DOMException) resolve(() => undefined);
        else reject(error);
      });
  });
}
