import type { Schedule } from './committer.ts';

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
