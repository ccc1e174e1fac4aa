import type { Schedule } from './committer.ts';

/**
 * How long it waits in a crowd, on its way to the others and to the disk in one: under the tenth of a second in which people see
 * a thing as done at once. Waking an idle process costs more than what it then does.
 */
export const CROWD_WAIT_MS = 84;

/** The turns of all crowds are one: what their people have written leaves together, and is then committed. */
export class CrowdTurn {
  readonly #waitMs: number;
  readonly #schedule: Schedule;
  readonly #then: () => void;
  #waiting: (() => void)[] = [];

  constructor(waitMs: number, schedule: Schedule, then: () => void) {
    this.#waitMs = waitMs;
    this.#schedule = schedule;
    this.#then = then;
  }

  add(run: () => void): void {
    if (this.#waiting.push(run) === 1) this.#schedule(this.#waitMs, () => this.turn());
  }

  /** Takes the turn now; nothing happens when its time comes. */
  turn(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    for (const run of waiting) run();
    this.#then();
  }
}
