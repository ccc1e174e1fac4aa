import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type HandlingId,
  handlingId,
  type Lage,
  LIMITS,
  type Limits,
  namndId,
  personId,
  type Ratt,
  type RattHandling,
} from '@samskrift/shared';
import { pino } from 'pino';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { createMetrics, type RefusedReason } from '../http/metrics.ts';
import type { Store } from '../store/store.ts';
import type { Schedule } from './committer.ts';
import type { Gate, Participant } from './gate.ts';
import { Rooms } from './rooms.ts';
import { attachSync } from './socket-adapter.ts';

export const ORIGIN = 'http://samskrift.test';
export const HANDLING = handlingId('h1');
export const AUTHOR = personId('elsa');

/** The gate's whole world in two maps: who a cookie `person=NAME` is, and what each of them may do with a handling. */
class TestGate implements Gate {
  readonly #shares = new Map<HandlingId, Map<string, Ratt>>();
  sessionEnds = Number.POSITIVE_INFINITY;
  lage: Lage = 'arbetsmaterial';

  share(id: HandlingId, person: string, ratt: Ratt): void {
    const shares = this.#shares.get(id) ?? new Map<string, Ratt>();
    shares.set(person, ratt);
    this.#shares.set(id, shares);
  }

  async participant(cookie: string): Promise<Participant | null> {
    const name = /person=(\w+)/.exec(cookie)?.[1];
    if (name === undefined) return null;
    const sessionEnds = this.sessionEnds;
    return {
      id: personId(name),
      namn: name,
      administrator: false,
      uppdrag: [],
      sessionId: `session-${name}`,
      sessionEnds,
    };
  }

  async again(participant: Participant): Promise<Participant | null> {
    return participant.id === 'borta' ? null : { ...participant, sessionEnds: this.sessionEnds };
  }

  async handling(id: HandlingId): Promise<RattHandling | null> {
    const shares = this.#shares.get(id);
    if (shares === undefined) return null;
    const delningar = [...shares].map(([person, ratt]) => ({ personId: personId(person), ratt }));
    return {
      id,
      namndId: namndId('n1'),
      agare: { typ: 'namnd', id: namndId('n1') },
      lage: this.lage,
      forseglad: false,
      inlamning: null,
      inlamnatSynsFor: 'presidiet',
      namndensOrgan: [],
      medgrupper: [],
      javiga: [],
      delningar,
    };
  }
}

/** The sync engine on a real HTTP server on a port of its own, over a given store. */
export async function openTestbed(store: Store, limits: Partial<Limits> = {}, port = 0, schedule?: Schedule) {
  const gate = new TestGate();
  const metrics = createMetrics();
  const log = pino({ level: 'silent' });
  const all: Limits = { ...LIMITS, ...limits };
  const kept: HandlingId[] = [];
  const textKept = (id: HandlingId): void => void kept.push(id);
  const rooms = new Rooms({
    store,
    gate,
    limits: all,
    log,
    metrics,
    textKept,
    ...(schedule === undefined ? {} : { schedule }),
  });
  const server = createServer((_request, response) => response.writeHead(404).end());
  const detach = attachSync(server, { rooms, limits: all, origins: new Set([ORIGIN]), log, metrics });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync`;
  return {
    gate,
    metrics,
    /** How often something was refused by this name. */
    refused: (reason: RefusedReason): number => metrics.refusals.get(reason) ?? 0,
    /** The texts that were told to have been compacted or sealed, in order. */
    kept,
    rooms,
    store,
    url,
    async close() {
      await rooms.close();
      detach();
      server.close();
      server.closeAllConnections();
    },
  };
}
export type Testbed = Awaited<ReturnType<typeof openTestbed>>;

/** The WebSocket class that y-websocket is given in Node: a browser's, with that person's cookie. */
export function socketClass(person: string): typeof globalThis.WebSocket {
  class PersonSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie: `person=${person}`, origin: ORIGIN } });
    }
  }
  return PersonSocket as unknown as typeof globalThis.WebSocket;
}

/** Resolves as soon as `holds` is true, asked again each time `events` says that something has happened. */
export async function until(holds: () => boolean, listen: (again: () => void) => () => void): Promise<void> {
  if (holds()) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = listen(() => {
    if (holds()) resolve();
  });
  if (!holds()) await promise;
  stop();
}

/** Resolves when a document's text contains the words. */
export function untilText(doc: Y.Doc, words: string): Promise<void> {
  return until(
    () => plain(doc).includes(words),
    (again) => {
      doc.on('update', again);
      return () => doc.off('update', again);
    },
  );
}

export function plain(doc: Y.Doc): string {
  return doc
    .getXmlFragment('text')
    .toString()
    .replaceAll(/<[^>]*>/g, '');
}

/** Writes at the end of the document's first paragraph. */
export function write(doc: Y.Doc, words: string): void {
  const paragraph = doc.getXmlFragment('text').get(0) as Y.XmlElement;
  doc.transact(() => {
    if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
    const text = paragraph.get(0) as Y.XmlText;
    text.insert(text.length, words);
  });
}
