const MARKER = 'bevarat';

/**
 * Tells whether everything given to a database so far is in transactions that it has completed. Others put it, each in a
 * transaction of its own; transactions that write to the same stores run in the order they were made, so a marker over all
 * the stores, made afterwards, completes after them.
 *
 * 1. `given` is called after the put that it counts.
 * 2. One marker is under way at a time, and none unless watched: each costs the browser a write to the disk itself.
 */
export class Kept {
  readonly #database: IDBDatabase;
  readonly #tell: (kept: boolean) => void;
  /** Puts so far, and how many of them the last completed marker stands behind. */
  #given = 1;
  #completed = 0;
  #watched = false;
  #asking = false;

  /** @param tell called when what is given is no longer all kept, and when it is again. */
  constructor(database: IDBDatabase, tell: (kept: boolean) => void) {
    this.#database = database;
    this.#tell = tell;
  }

  given(): void {
    const first = this.#given === this.#completed;
    this.#given++;
    if (first) this.#tell(false);
    this.#ask();
  }

  /** Whether anybody wants to know. */
  watch(watched: boolean): void {
    this.#watched = watched;
    this.#ask();
  }

  #ask(): void {
    if (!this.#watched || this.#asking || this.#given === this.#completed) return;
    const { objectStoreNames } = this.#database;
    // A marker that writes nothing, or may be written later, says nothing of a computer that loses its power.
    const marker = this.#database.transaction([...objectStoreNames], 'readwrite', { durability: 'strict' });
    const asked = this.#given;
    this.#asking = true;
    marker.oncomplete = () => {
      this.#asking = false;
      this.#completed = asked;
      if (this.#given === asked) this.#tell(true);
      else this.#ask();
    };
    marker.objectStore('custom').put(asked, MARKER);
  }
}
