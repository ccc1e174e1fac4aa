import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Schedule } from './committer.ts';

/** How much larger than before they came the process may be when nobody is left. */
const GROWN = 1.1;
/** Who has lost a server or closed a page often comes back; a collection is for those who do not. */
const PATIENCE_MS = 1000;

type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * Gives the memory of a crowd back to the machine when the crowd has gone: V8 keeps the pages it once had, and where nothing
 * happens its own collector does not come by. It stands still for about a tenth of a second, when nobody is in any room.
 * @param isEmpty whether there is still nobody
 */
export class GiveBack {
  readonly #schedule: Schedule;
  readonly #isEmpty: () => boolean;
  #waiting = false;
  /** The smallest it has been without anybody, bytes. */
  #smallest = Number.POSITIVE_INFINITY;

  constructor(schedule: Schedule, isEmpty: () => boolean) {
    this.#schedule = schedule;
    this.#isEmpty = isEmpty;
  }

  /** The first one comes into an empty house. */
  someone(): void {
    this.#smallest = Math.min(this.#smallest, process.memoryUsage.rss());
  }

  nobody(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#schedule(PATIENCE_MS, () => {
      this.#waiting = false;
      if (this.#isEmpty() && process.memoryUsage.rss() > GROWN * this.#smallest) collect();
    });
  }
}

/** V8's collector by its own name, which Node gives only to a program started with `--expose-gc`. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as Collect;
  gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
