import type { HandlingSession } from '../sync/session.ts';
import type { Status } from '../sync/status.ts';

const CALM_MS = 500;

export interface Shown {
  readonly status: Status;
  /** Those who hear the page have not been told; what one writes while cut off is kept at each pause, and that is not news. */
  readonly news: boolean;
}

/** What each status waits to become: what comes and goes with every word one writes. */
const CALMS: Partial<Record<Status, Status>> = { saving: 'saved', offlineKeeping: 'offline' };

/**
 * The status as it is shown: that everything is saved, or kept in the browser, is said again only when it has held for a
 * moment, everything else at once. A person who writes is saved between two letters: words that flicker cannot be read, and
 * each redrawing while the caret is in a long text costs React a walk through all of it.
 */
export class CalmStatus {
  readonly #session: Pick<HandlingSession, 'subscribe' | 'view'>;
  readonly #calmMs: number;
  #shown: Shown;
  /** That what is written is kept in the browser has been said since the text was last in step with the server. */
  #toldOffline = false;

  constructor(session: Pick<HandlingSession, 'subscribe' | 'view'>, calmMs = CALM_MS) {
    this.#session = session;
    this.#calmMs = calmMs;
    this.#shown = this.#next(session.view().status);
  }

  readonly shown = (): Shown => this.#shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const show = () => {
      const { status } = this.#session.view();
      if (this.#shown.status === status) return;
      this.#shown = this.#next(status);
      listener();
    };
    const look = () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      if (CALMS[this.#shown.status] === this.#session.view().status) timer = setTimeout(show, this.#calmMs);
      else show();
    };
    const stop = this.#session.subscribe(look);
    look();
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  };

  #next(status: Status): Shown {
    const offline = status === 'offline' || status === 'offlineKeeping';
    const news = !(offline && this.#toldOffline);
    if (status === 'offline') this.#toldOffline = true;
    else if (!offline) this.#toldOffline = false;
    return { status, news };
  }
}
