import type { PersonId } from '@samskrift/shared';
import type { AwarenessState } from './wire.ts';

/** Who holds an awareness id, as far as presence needs to know. */
export interface PresencePeer {
  readonly person: PersonId;
  readonly name: string;
}

interface Held<Peer> {
  readonly peer: Peer;
  clock: number;
  json: string;
}

const GONE = 'null';
/** A colour is written into a style by every reader's browser, so it is a colour and nothing else. */
const COLOR = /^#[0-9a-fA-F]{3,8}$/;
/** How many ids that have left are remembered, so that a late echo of one is known for what it is. */
const REMEMBERED = 256;

/**
 * Who is in a room, by awareness id. An id belongs to the socket that brought it first; the server writes the person into
 * every state, so nobody can show another's name or move another's caret. y-websocket echoes what it hears about others: an
 * echo is known by a clock that is not newer than the room's, and is passed over.
 */
export class Presence<Peer extends PresencePeer> {
  readonly #held = new Map<number, Held<Peer>>();
  /** Ids that have left, with their last clock; oldest first. */
  readonly #left = new Map<number, { readonly clock: number; readonly person: PersonId }>();
  readonly #ids = new Map<Peer, number>();
  readonly #changed = new Map<number, AwarenessState>();

  /** @returns false if the peer speaks for somebody else; nothing of the message is taken then. */
  receive(peer: Peer, states: readonly AwarenessState[]): boolean {
    const taken: AwarenessState[] = [];
    for (const state of states) {
      const judged = this.#judge(peer, state);
      if (judged === 'forged') return false;
      if (judged === 'echo') continue;
      const json = identified(state.json, peer);
      if (json === null) return false;
      taken.push({ ...state, json });
      if (json !== GONE) this.#ids.set(peer, state.client);
    }
    for (const state of taken) this.#take(peer, state);
    return true;
  }

  /** The peer's socket is gone, and with it its caret. */
  leave(peer: Peer): void {
    const client = this.#ids.get(peer);
    const held = client === undefined ? undefined : this.#held.get(client);
    this.#ids.delete(peer);
    if (client === undefined || held?.peer !== peer) return;
    this.#take(peer, { client, clock: held.clock + 1, json: GONE });
  }

  /** Everybody who is here, for one who joins. */
  states(): AwarenessState[] {
    return [...this.#held].map(([client, { clock, json }]) => ({ client, clock, json }));
  }

  /** What has changed since it was last asked, each id once. */
  takeChanged(): AwarenessState[] {
    const changed = [...this.#changed.values()];
    this.#changed.clear();
    return changed;
  }

  #judge(peer: Peer, state: AwarenessState): 'own' | 'echo' | 'forged' {
    const held = this.#held.get(state.client);
    if (held !== undefined) {
      if (held.peer === peer) return state.clock >= held.clock ? 'own' : 'echo';
      if (state.clock <= held.clock) return 'echo';
      // The same person on a new socket, the old one not yet found dead: the id moves with its owner.
      if (held.peer.person === peer.person && !this.#ids.has(peer)) return 'own';
      return 'forged';
    }
    const left = this.#left.get(state.client);
    if (left !== undefined && (state.clock <= left.clock || state.json === GONE)) return 'echo';
    if (left !== undefined && left.person !== peer.person) return 'forged';
    const own = this.#ids.get(peer);
    if (own !== undefined && own !== state.client) return state.json === GONE ? 'echo' : 'forged';
    return state.json === GONE && own === undefined ? 'echo' : 'own';
  }

  #take(peer: Peer, state: AwarenessState): void {
    this.#changed.set(state.client, state);
    if (state.json !== GONE) {
      this.#held.set(state.client, { peer, clock: state.clock, json: state.json });
      this.#left.delete(state.client);
      return;
    }
    this.#held.delete(state.client);
    this.#left.set(state.client, { clock: state.clock, person: peer.person });
    for (const oldest of this.#left.keys()) {
      if (this.#left.size <= REMEMBERED) break;
      this.#left.delete(oldest);
    }
  }
}

/** The state with the peer's true identity in `user`; null if it claims another's, or is no JSON object. */
function identified(json: string, peer: PresencePeer): string | null {
  if (json === GONE) return GONE;
  const state = parseObject(json);
  if (state === null) return null;
  const user = isObject(state.user) ? state.user : {};
  if (user.name !== undefined && user.name !== peer.name) return null;
  if (user.id !== undefined && user.id !== peer.person) return null;
  const color = typeof user.color === 'string' && COLOR.test(user.color) ? { color: user.color } : {};
  return JSON.stringify({ ...state, user: { ...color, id: peer.person, name: peer.name } });
}

function parseObject(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
