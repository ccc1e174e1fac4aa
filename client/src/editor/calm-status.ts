import type { HandlingSession } from '../sync/session.ts';
import type { Status } from '../sync/status.ts';

const CALM_MS = 500;

/**
 * The status as it is shown: «Sparat» is said again only when it has held for a moment, everything else at once. A person
 * who writes is saved between two letters: words that flicker cannot be read, and each redrawing while the caret is in a
 * long text costs React a walk through all of it.
 */
export class CalmStatus {
  readonly #session: Pick<HandlingSession, 'subscribe' | 'view'>;
  readonly #calmMs: number;
  #shown: Status;

  constructor(session: Pick<HandlingSession, 'subscribe' | 'view'>, calmMs = CALM_MS) {
    this.#session = session;
    this.#calmMs = calmMs;
    this.#shown = session.view().status;
  }

  readonly status = (): Status => this.#shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const show = () => {
      if (this.#shown === this.#session.view().status) return;
      this.#shown = this.#session.view().status;
      listener();
    };
    const look = () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      const waits = this.#shown === 'saving' && this.#session.view().status === 'saved';
      if (waits) timer = setTimeout(show, this.#calmMs);
      else show();
    };
    const stop = this.#session.subscribe(look);
    look();
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  };
}
