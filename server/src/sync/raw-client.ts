import { once } from 'node:events';
import {
  CLOSE,
  type CloseName,
  type ExtensionMessage,
  MESSAGE,
  readExtension,
  SCHEMA_VERSION,
} from '@samskrift/shared';
import * as decoding from 'lib0/decoding';
import WebSocket from 'ws';
import { ORIGIN, until } from './testbed.ts';

/** What a test client has been told, in order. */
type Told =
  | { readonly kind: 'extension'; readonly message: ExtensionMessage }
  | { readonly kind: 'sync'; readonly bytes: Uint8Array };

/** A client that says exactly what a test has it say, byte by byte, and remembers what it hears. */
export class RawClient {
  readonly told: Told[] = [];
  /** How many frames of whatever kind have come. */
  frames = 0;
  readonly #ws: WebSocket;
  readonly #listeners = new Set<() => void>();
  #closed: number | null = null;

  private constructor(ws: WebSocket) {
    this.#ws = ws;
    ws.binaryType = 'nodebuffer';
    ws.on('message', (data) => {
      this.#hear(data as Buffer);
      this.#wake();
    });
    ws.on('close', (code) => {
      this.#closed = code;
      this.#wake();
    });
    ws.on('error', () => this.#wake());
  }

  static async open(
    url: string,
    room: string,
    options: { person?: string; plain?: boolean; origin?: string; query?: string; cookie?: string } = {},
  ) {
    const query = options.query ?? (options.plain === true ? '' : `?ext=1&schema=${SCHEMA_VERSION}`);
    const said = options.cookie ?? (options.person === undefined ? undefined : `person=${options.person}`);
    const cookie = said === undefined ? {} : { cookie: said };
    const ws = new WebSocket(`${url}/${room}${query}`, { headers: { ...cookie, origin: options.origin ?? ORIGIN } });
    const client = new RawClient(ws);
    await once(ws, 'open');
    return client;
  }

  send(bytes: Uint8Array | string): void {
    this.#ws.send(bytes);
  }

  /** Cuts the connection without a word, as a dead network does. */
  cut(): void {
    this.#ws.terminate();
  }

  close(): void {
    this.#ws.close();
  }

  extensions<Type extends ExtensionMessage['type']>(type: Type): Extract<ExtensionMessage, { type: Type }>[] {
    return this.told.flatMap((told) =>
      told.kind === 'extension' && told.message.type === type
        ? [told.message as Extract<ExtensionMessage, { type: Type }>]
        : [],
    );
  }

  heard<Type extends ExtensionMessage['type']>(type: Type, count = 1): Promise<void> {
    return this.until(() => this.extensions(type).length >= count);
  }

  until(holds: () => boolean): Promise<void> {
    return until(holds, (again) => {
      this.#listeners.add(again);
      return () => this.#listeners.delete(again);
    });
  }

  /** The name of the code the server closes with; a number where it is none of ours. */
  async closed(): Promise<CloseName | number> {
    await this.until(() => this.#closed !== null);
    const code = this.#closed ?? 0;
    const named = Object.entries(CLOSE).find(([, value]) => value === code);
    return named === undefined ? code : (named[0] as CloseName);
  }

  #hear(data: Buffer): void {
    this.frames++;
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    const message = readExtension(type, decoder);
    if (message !== null) this.told.push({ kind: 'extension', message });
    else if (type === MESSAGE.sync) this.told.push({ kind: 'sync', bytes: new Uint8Array(data) });
  }

  #wake(): void {
    for (const listener of this.#listeners) listener();
  }
}
