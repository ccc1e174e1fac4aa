import type { AnyRouter } from '@tanstack/react-router';

/**
 * Moves focus to the heading of a page one has gone to, however late that heading comes. The first page of a visit leaves
 * focus where the browser put it.
 */
export class Sidbyten {
  #vantar = false;
  #rubrik: HTMLElement | null = null;

  /** Returns its undo. */
  folj(router: AnyRouter): () => void {
    return router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
      if (fromLocation === undefined || !pathChanged) return;
      this.#vantar = true;
      this.#flytta();
    });
  }

  /** The page has become another without anybody going anywhere: what had focus is gone. */
  readonly sidanVande = (): void => {
    this.#vantar = true;
    this.#flytta();
  };

  /** The heading that stands on the page now, as a React ref; returns its undo. */
  readonly rubrik = (element: HTMLElement | null): (() => void) => {
    this.#rubrik = element;
    if (this.#vantar) this.#flytta();
    return () => {
      if (this.#rubrik === element) this.#rubrik = null;
    };
  };

  #flytta(): void {
    if (this.#rubrik === null) return;
    this.#vantar = false;
    this.#rubrik.focus({ preventScroll: true });
  }
}
