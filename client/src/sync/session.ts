import { EXTENSION, type ExtensionMessage, exhaustive, type Ratt, readExtension, type Sealed } from '@samskrift/shared';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { closeAction } from './close-action.ts';
import { countingSocket } from './counting-socket.ts';
import { type LocalCopy, localCopyName, openLocalCopy, unlessSlow } from './local-copy.ts';
import { type Facts, FIRST_FACTS, type Status, status, warnsOnLeave } from './status.ts';

export interface SessionOptions {
  /** `ws(s)://host/sync`, without the handling. */
  readonly url: string;
  readonly handlingId: string;
  readonly person: { readonly id: string; readonly namn: string };
  readonly schemaVersion: number;
  readonly WebSocket: typeof WebSocket;
  /** The right as HTTP told it, until the socket says what it is now; null where nobody has asked. */
  readonly ratt: Ratt | null;
  /** Milliseconds without a *saved* after which the page says that it cannot save. */
  readonly stallMs?: number;
}

/** What the page draws. A new object whenever something in it has changed, and only then. */
export interface SessionView {
  readonly status: Status;
  /** The text is here: the editor may be mounted. Never taken back. */
  readonly mountable: boolean;
  readonly editable: boolean;
  readonly sealed: Sealed | null;
  readonly documentLarge: boolean;
  /** Counts the server's words that the handling has changed and should be fetched again. */
  readonly changes: number;
}

const STALL_MS = 6_000;
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 5_000;

/**
 * One open handling: its document, the socket and the browser's copy.
 *
 * 1. The document is handed to an editor only after the server's text, or a copy once in step with it, has been read.
 * 2. Opening writes nothing; only what a person does leaves this browser.
 * 3. `dirty` ends only when the status is *saved*; it is kept in the copy and so survives a reload.
 * 4. What ends the session, or seals the text, also ends the connecting.
 */
export class HandlingSession {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly #options: SessionOptions;
  readonly #provider: WebsocketProvider;
  readonly #listeners = new Set<() => void>();
  readonly #beforeMessage = new Set<() => void>();
  readonly #disposables: (() => void)[] = [];
  readonly #opened: Promise<void>;
  #facts: Facts;
  #view: SessionView = {
    status: 'connecting',
    mountable: false,
    editable: false,
    sealed: null,
    documentLarge: false,
    changes: 0,
  };
  #copy: LocalCopy | null = null;
  #closed = false;
  #stallTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#facts = { ...FIRST_FACTS, ratt: options.ratt };
    this.#provider = new WebsocketProvider(options.url, options.handlingId, this.doc, {
      connect: false,
      disableBc: true,
      awareness: this.awareness,
      params: { ext: '1', schema: String(options.schemaVersion) },
      shouldReconnect: (event) => closeAction(event.code).type === 'reconnect',
      WebSocketPolyfill: countingSocket(options.WebSocket, {
        opened: () => this.#set({ offered: false, sent: 0, saved: 0, stalled: false, storageOk: true, tooBig: false }),
        sent: (kind) => this.#set({ sent: this.#facts.sent + 1, ...(kind === 'step2' ? { offered: true } : {}) }),
        coming: () => {
          for (const listener of this.#beforeMessage) listener();
        },
      }),
    });
    this.#listenToProvider();
    const onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.local && !this.#facts.dirty) this.#wrote();
    };
    this.doc.on('update', onUpdate);
    this.#disposables.push(() => this.doc.off('update', onUpdate));
    this.#opened = this.#open();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): SessionView => this.#view;

  /** Calls the listener before each message from the server has changed anything. @returns its undo */
  readonly beforeMessage = (listener: () => void): (() => void) => {
    this.#beforeMessage.add(listener);
    return () => this.#beforeMessage.delete(listener);
  };

  warnsOnLeave(): boolean {
    return warnsOnLeave(this.#facts);
  }

  /** Whether something written here is not on the server, as far as this browser knows. */
  get dirty(): boolean {
    return this.#facts.dirty;
  }

  /** The network is back, or gone: do not wait for a timer to find out. */
  retryNow(): void {
    if (this.#closed || this.#facts.end !== null || this.#facts.sealed) return;
    if (this.#facts.socket === 'open') this.#provider.disconnect();
    this.#provider.connect();
  }

  /** The person has logged in again: what is in this browser is offered to the server. */
  resume(): void {
    if (this.#closed || this.#facts.end !== 'loggedOut') return;
    this.#set({ end: null });
    this.#provider.connect();
  }

  /** Lets go of what was written here and is not saved, and removes the browser's copy. */
  async forget(): Promise<void> {
    const copy = this.#copy;
    this.#copy = null;
    this.#set({ dirty: false });
    await copy?.clear().catch(() => this.#set({ localCopy: false }));
  }

  /** Ends the session; the browser's copy stays. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#stallTimer !== null) clearTimeout(this.#stallTimer);
    for (const dispose of this.#disposables) dispose();
    this.#provider.destroy();
    this.awareness.destroy();
    this.#listeners.clear();
    await this.#opened;
    await this.#copy?.close();
    this.doc.destroy();
  }

  async #open(): Promise<void> {
    const name = localCopyName(this.#options.person.id, this.#options.handlingId);
    const opening = openLocalCopy(name, this.doc, {
      failed: () => this.#set({ localCopy: false }),
      kept: (kept) => this.#set({ kept }),
      found: () => this.#wrote(),
    }).then((copy) => {
      this.#copy = copy;
      if (copy === null || this.#closed) return;
      const dirty = this.#facts.dirty || copy.dirty;
      if (this.#facts.dirty) copy.markDirty(true);
      this.#set({ localCopy: copy.keeps, dirty }, { mountable: this.#view.mountable || copy.synced });
      if (this.#facts.synced) copy.markSynced();
    });
    await unlessSlow(opening);
    if (!this.#closed) this.#provider.connect();
    await opening;
  }

  #listenToProvider(): void {
    const provider = this.#provider;
    provider.on('status', ({ status: now }) => {
      if (now === 'connected') this.#set({ socket: 'open' });
    });
    provider.on('sync', (synced) => {
      this.#set(synced ? { synced, lost: false } : { synced }, synced ? { mountable: true } : {});
      if (synced) this.#copy?.markSynced();
    });
    provider.on('connection-close', (event) => {
      provider.maxBackoffTime = retryDelay(provider.wsUnsuccessfulReconnects, Math.random());
      const action = event === null ? null : closeAction(event.code);
      this.#set({
        socket: 'closed',
        synced: false,
        lost: true,
        ...(action?.type === 'end' ? { end: action.end } : {}),
      });
    });
    for (const number of Object.values(EXTENSION)) {
      provider.messageHandlers[number] = (_encoder, decoder) => {
        const message = readExtension(number, decoder);
        if (message !== null) this.#hear(message);
      };
    }
  }

  #hear(message: ExtensionMessage): void {
    switch (message.type) {
      case 'hello':
        this.#set(
          message.schema === this.#options.schemaVersion
            ? { ratt: message.ratt }
            : { ratt: message.ratt, end: 'newVersion' },
        );
        break;
      case 'saved':
        this.#set({ saved: message.count, stalled: false });
        break;
      case 'access':
        this.#set({ ratt: message.ratt, ...(message.ratt === 'ingen' ? { end: 'gone' } : {}) });
        break;
      case 'sealed':
        this.#set({ sealed: true }, { sealed: message.sealed });
        break;
      case 'event':
        this.#set({}, message.event === 'changed' ? { changes: this.#view.changes + 1 } : { documentLarge: true });
        break;
      case 'refused':
        this.#refused(message.reason);
        break;
      case 'storage':
        this.#set({ storageOk: message.ok });
        break;
      default:
        exhaustive(message);
    }
  }

  #refused(reason: 'readOnly' | 'sealed' | 'documentTooBig'): void {
    // A refusal is also counted as saved, so the mark is what remembers that the text is in this browser only.
    this.#copy?.markDirty(true);
    if (reason === 'documentTooBig') this.#set({ dirty: true, tooBig: true });
    else if (reason === 'readOnly') this.#set({ dirty: true, ratt: 'lasa' });
    else this.#set({ dirty: true, sealed: true }, { changes: this.#view.changes + 1 });
  }

  #set(facts: Partial<Facts>, view: Partial<SessionView> = {}): void {
    if (this.#closed) return;
    const before = this.#facts;
    this.#facts = { ...before, ...facts };
    this.#evaluate(view);
    // While the server has everything soon enough, writing to the disk itself at each letter would only cost.
    this.#copy?.watchKept(this.#facts.socket === 'closed' && this.#facts.lost);
    if (!(before.sealed || before.end !== null) && (this.#facts.sealed || this.#facts.end !== null)) {
      this.#provider.disconnect();
      // The right is gone, and with it the reason to keep a copy.
      if (this.#facts.end === 'gone') void this.forget();
    }
  }

  /** There is something that the server has not said it has saved. */
  #wrote(): void {
    this.#set({ dirty: true });
    this.#copy?.markDirty(true);
  }

  #evaluate(view: Partial<SessionView>): void {
    let now = status(this.#facts);
    if (now === 'saved' && this.#facts.dirty) {
      this.#facts = { ...this.#facts, dirty: false };
      this.#copy?.markDirty(false);
      now = status(this.#facts);
    }
    this.#watchForStall();
    const { ratt, sealed, end } = this.#facts;
    const editable = ratt === 'skriva' && !sealed && (end === null || end === 'loggedOut');
    const next = { ...this.#view, ...view, status: now, editable };
    const changed = Object.entries(next).some(([key, value]) => this.#view[key as keyof SessionView] !== value);
    if (!changed) return;
    this.#view = next;
    for (const listener of this.#listeners) listener();
  }

  #watchForStall(): void {
    const waiting = this.#facts.socket === 'open' && this.#facts.sent > this.#facts.saved && !this.#facts.stalled;
    if (!waiting && this.#stallTimer !== null) {
      clearTimeout(this.#stallTimer);
      this.#stallTimer = null;
    }
    if (!waiting || this.#stallTimer !== null) return;
    const { saved } = this.#facts;
    const heard = this.#provider.wsLastMessageReceived;
    this.#stallTimer = setTimeout(() => {
      this.#stallTimer = null;
      if (this.#facts.saved !== saved) this.#evaluate({});
      else if (this.#provider.wsLastMessageReceived === heard) this.retryNow();
      else this.#set({ stalled: true });
    }, this.#options.stallMs ?? STALL_MS);
  }
}

/** Exponential with a random half, so that a restarted server does not meet everybody in the same instant. */
export function retryDelay(failures: number, random: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** failures, LAST_RETRY_MS) * (0.5 + random / 2);
}
