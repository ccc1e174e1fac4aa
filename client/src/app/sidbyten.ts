import type { AnyRouter } from '@tanstack/react-router';

/**
 * Remembers that the person has gone to another page until that page's heading has taken focus, however late the heading
 * comes. The first page of a visit leaves focus where the browser put it.
 */
export class Sidbyten {
  #vantar = false;

  /** Returns its undo. */
  folj(router: AnyRouter): () => void {
    return router.subscribe('onBeforeLoad', ({ fromLocation, pathChanged }) => {
      if (fromLocation !== undefined && pathChanged) this.#vantar = true;
    });
  }

  /** Whether a page change waits for its heading; the asking heading is then the one. */
  ta(): boolean {
    const vantar = this.#vantar;
    this.#vantar = false;
    return vantar;
  }
}
