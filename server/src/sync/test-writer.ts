import { once } from 'node:events';
import { MESSAGE, readExtension, SCHEMA_VERSION, type Sealed, SYNC } from '@samskrift/shared';
import * as decoding from 'lib0/decoding';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { syncMessage } from './messages.ts';
import { ORIGIN, until } from './testbed.ts';

/**
 * A person who writes words into one document over a socket that may die at any time, and knows of every word whether the
 * server has said that it is saved or refused. Speaks the protocol by itself, so that no library hides a reconnect.
 */
export class TestWriter {
  readonly doc = new Y.Doc();
  readonly saved = new Set<string>();
  readonly refused = new Set<string>();
  sealed: Sealed | null = null;
  /** Whether the server has closed this person's latest socket. */
  closed = false;
  readonly #name: string;
  readonly #listeners = new Set<() => void>();
  #ws: WebSocket | null = null;
  /** The words of each sync message of this socket, from its first. */
  #sent: string[][] = [];
  #answered = 0;
  #synced = false;
  #words = 0;

  constructor(name: string) {
    this.#name = name;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#send('update', update, [`${this.#name}-${this.#words}`]);
    });
  }

  /** Everything this person has typed, in order. */
  get typed(): string[] {
    return Array.from({ length: this.#words }, (_, i) => `${this.#name}-${i + 1}`);
  }

  async connect(url: string, room: string): Promise<void> {
    const headers = { cookie: `person=${this.#name}`, origin: ORIGIN };
    const ws = new WebSocket(`${url}/${room}?ext=1&schema=${SCHEMA_VERSION}`, { headers });
    this.#ws = ws;
    this.closed = false;
    this.#sent = [];
    this.#answered = 0;
    this.#synced = false;
    ws.on('message', (data) => {
      if (this.#ws === ws) this.#hear(data as Buffer);
      this.#wake();
    });
    ws.on('close', () => {
      if (this.#ws === ws) this.closed = true;
      this.#wake();
    });
    ws.on('error', () => this.#wake());
    await once(ws, 'open');
    ws.send(syncMessage('step1', Y.encodeStateVector(this.doc)));
    await this.until(() => this.#synced);
  }

  /** Types one word; it leaves at once if there is a connection. */
  type(): void {
    this.#words++;
    this.doc.transact(() => {
      const fragment = this.doc.getXmlFragment('text');
      const text = new Y.XmlText();
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [text]);
      text.insert(0, `${this.#name}-${this.#words}`);
      fragment.insert(fragment.length, [paragraph]);
    });
  }

  /** The server has read everything sent so far: it answers in order. */
  async reached(): Promise<void> {
    const ws = this.#ws;
    if (ws === null) return;
    ws.ping();
    await once(ws, 'pong');
  }

  /** The connection is dead, nobody says so. */
  cut(): void {
    this.#ws?.terminate();
    this.#ws = null;
  }

  until(holds: () => boolean): Promise<void> {
    return until(holds, (again) => {
      this.#listeners.add(again);
      return () => this.#listeners.delete(again);
    });
  }

  /** Whether the server has answered for every message this socket has sent. */
  get settled(): boolean {
    return this.#synced && this.#answered === this.#sent.length;
  }

  #send(step: 'step2' | 'update', bytes: Uint8Array, words: string[]): void {
    if (this.#ws?.readyState !== WebSocket.OPEN) return;
    this.#sent.push(words);
    this.#ws.send(syncMessage(step, bytes));
  }

  #hear(data: Buffer): void {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.sync) this.#hearSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
    const message = readExtension(type, decoder);
    if (message?.type === 'saved') {
      for (; this.#answered < message.count; this.#answered++) {
        for (const word of this.#sent[this.#answered] ?? []) if (!this.refused.has(word)) this.saved.add(word);
      }
    } else if (message?.type === 'refused') {
      for (const word of this.#sent[message.index - 1] ?? []) this.refused.add(word);
    } else if (message?.type === 'sealed') this.sealed = message.sealed;
  }

  #hearSync(step: number, body: Uint8Array): void {
    if (step === SYNC.step1) {
      const unsaved = this.typed.filter((word) => !this.saved.has(word));
      this.#send('step2', Y.encodeStateAsUpdate(this.doc, body), unsaved);
      this.#synced = true;
    } else Y.applyUpdate(this.doc, body, this);
    if (step === SYNC.step2 && this.sealed !== null) this.#synced = true;
  }

  #wake(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The words of a document, in a set. */
export function wordsOf(doc: Y.Doc): Set<string> {
  return new Set(
    doc
      .getXmlFragment('text')
      .toString()
      .match(/writer\d+-\d+/g),
  );
}
