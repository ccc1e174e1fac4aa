import type { Awareness } from 'y-protocols/awareness';
import { caretPlace, caretUser } from './caret-user.ts';

const SHOWN_MS = 3_000;
const REST_MS = 10_000;

interface Seen {
  readonly block: string;
  readonly place: string;
  readonly at: number;
}

/**
 * Whose name stands at their caret just now: of one that comes, goes to another paragraph, or moves after a rest. A name
 * covers words of the line above, so it does not follow somebody who goes on writing.
 */
export class CaretNames {
  readonly #awareness: Awareness;
  readonly #shown = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #seen = new Map<number, Seen>();
  #pointedAt: string | null = null;
  #listener: (personId: string) => void = () => undefined;

  constructor(awareness: Awareness) {
    this.#awareness = awareness;
  }

  readonly isShown = (personId: string): boolean => this.#shown.has(personId) || this.#pointedAt === personId;

  /** @param listener called with the person whose name has come or gone. */
  readonly watch = (listener: (personId: string) => void): (() => void) => {
    this.#listener = listener;
    const look = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', readonly number[]>) => {
      for (const client of removed) this.#seen.delete(client);
      for (const client of [...added, ...updated]) this.#look(client);
    };
    this.#awareness.on('change', look);
    for (const client of this.#awareness.getStates().keys()) this.#look(client);
    return () => {
      this.#awareness.off('change', look);
      for (const timer of this.#shown.values()) clearTimeout(timer);
      this.#shown.clear();
      this.#seen.clear();
    };
  };

  show(personId: string): void {
    clearTimeout(this.#shown.get(personId));
    const hide = () => {
      this.#shown.delete(personId);
      this.#listener(personId);
    };
    this.#shown.set(personId, setTimeout(hide, SHOWN_MS));
    this.#listener(personId);
  }

  /** Whose flag the pointer is at: the name stands there for as long. */
  pointAt(personId: string | null): void {
    const before = this.#pointedAt;
    if (personId === before) return;
    this.#pointedAt = personId;
    for (const changed of [before, personId]) if (changed !== null) this.#listener(changed);
  }

  #look(client: number): void {
    const state = this.#awareness.getStates().get(client);
    const user = caretUser(state);
    if (client === this.#awareness.clientID || user === null) return;
    const now = caretPlace(state);
    const before = this.#seen.get(client);
    if (now === null) this.#seen.delete(client);
    if (now === null || now.place === before?.place) return;
    const at = performance.now();
    this.#seen.set(client, { ...now, at });
    if (before?.block !== now.block || at - before.at >= REST_MS) this.show(user.id);
  }
}
