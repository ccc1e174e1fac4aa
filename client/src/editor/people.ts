import type { Awareness } from 'y-protocols/awareness';
import { caretUser } from './caret-user.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Whether a caret of theirs stands in the text. */
  readonly hasCaret: boolean;
}

/** The other persons in a room, one line each however many windows they have; tells only when the list itself changes. */
export class People {
  readonly #awareness: Awareness;
  readonly #me: string;
  #list: readonly Person[] = [];

  constructor(awareness: Awareness, me: string) {
    this.#awareness = awareness;
    this.#me = me;
    this.#list = this.#read();
  }

  readonly list = (): readonly Person[] => this.#list;

  readonly subscribe = (listener: () => void): (() => void) => {
    // Every keystroke of everybody moves a caret, and that changes nothing here.
    const look = () => {
      const now = this.#read();
      if (same(now, this.#list)) return;
      this.#list = now;
      listener();
    };
    this.#awareness.on('change', look);
    look();
    return () => this.#awareness.off('change', look);
  };

  #read(): readonly Person[] {
    const found = new Map<string, Person>();
    for (const state of this.#awareness.getStates().values()) {
      const user = caretUser(state);
      if (user === null || user.id === this.#me) continue;
      const hasCaret = state.cursor != null || found.get(user.id)?.hasCaret === true;
      found.set(user.id, { ...user, hasCaret });
    }
    return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  }
}

function same(a: readonly Person[], b: readonly Person[]): boolean {
  return a.length === b.length && a.every((p, i) => p.id === b[i]?.id && p.hasCaret === b[i]?.hasCaret);
}
