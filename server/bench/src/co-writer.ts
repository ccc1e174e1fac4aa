import { TEXT_FRAGMENT } from '@samskrift/shared';
import * as Y from 'yjs';
import { LoadClient } from './client.ts';
import type { Room } from './system.ts';

/** Somebody else in the same handling, who types a letter now and then in a paragraph of their own. */
export class CoWriter {
  readonly #client: LoadClient;
  readonly #text: Y.XmlText;
  readonly #timer: NodeJS.Timeout;

  private constructor(client: LoadClient, doc: Y.Doc, text: Y.XmlText, everyMs: number) {
    this.#client = client;
    this.#text = text;
    doc.on('update', (update: Uint8Array) => client.send(update));
    this.#timer = setInterval(() => this.#text.insert(this.#text.length, 'e'), everyMs);
  }

  /** @param share where in the document its paragraph is, 0–1. */
  static async join(room: Room, share: number, everyMs: number): Promise<CoWriter> {
    const doc = new Y.Doc();
    const client = await LoadClient.connect(room, {
      onFrame(frame) {
        const message = room.codec.read(frame);
        if (message.type === 'step2' || message.type === 'update') Y.applyUpdate(doc, message.update);
      },
    });
    const texts = textsOf(doc.getXmlFragment(TEXT_FRAGMENT));
    const text = texts[Math.floor(texts.length * share)];
    if (text === undefined) throw new Error('the document has no text to write in');
    return new CoWriter(client, doc, text, everyMs);
  }

  async leave(): Promise<void> {
    clearInterval(this.#timer);
    await this.#client.close();
  }
}

function textsOf(node: Y.XmlFragment | Y.XmlElement): Y.XmlText[] {
  return node.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsOf(child) : [];
  });
}
