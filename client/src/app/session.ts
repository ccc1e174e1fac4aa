/**
 * Whether the session has ended under a page that is open. The page stays mounted and what is typed in it stays typed; the
 * frame asks for a new login on top of it.
 */
export class Session {
  #upphord = false;
  readonly #lyssnare = new Set<() => void>();

  readonly lyssna = (mottagare: () => void): (() => void) => {
    this.#lyssnare.add(mottagare);
    return () => this.#lyssnare.delete(mottagare);
  };

  readonly arUpphord = (): boolean => this.#upphord;

  /** The server no longer knows the session: an answer of 401, or a socket closed as unauthenticated. */
  upphorde(): void {
    this.#satt(true);
  }

  fornyades(): void {
    this.#satt(false);
  }

  #satt(upphord: boolean): void {
    if (this.#upphord === upphord) return;
    this.#upphord = upphord;
    for (const mottagare of this.#lyssnare) mottagare();
  }
}
