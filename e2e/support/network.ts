import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * One person's way to the server: an HTTP proxy that the browser context goes through, sockets and service worker alike.
 * Playwright's own offline mode leaves an open websocket open and tells the page; a dead network does neither.
 */
export class Network {
  /** Whether it has been cut, which the browser complains of in its console. */
  disturbed = false;
  readonly #server: Server;
  readonly #pipes = new Set<Duplex>();
  /** The far ends: what comes out of them is what the server says. */
  readonly #answers = new Set<Socket>();
  #cut = false;
  #held = false;
  #received: Buffer[] | null = null;

  constructor() {
    this.#server = createServer((incoming, answer) => this.#pass(incoming, answer));
    this.#server.on('connection', (socket: Socket) => this.#keep(socket));
    this.#server.on('connect', (incoming, socket, head) => this.#tunnel(incoming, socket, head));
  }

  /** @returns the proxy's address */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on every byte that reaches the browser is kept, pages and sockets alike. Before the person's first page. */
  record(): void {
    this.#received = [];
  }

  /** Which of the words have reached the browser. */
  heardOf(words: readonly string[]): readonly string[] {
    if (this.#received === null) throw new Error('nothing has been recorded');
    const all = Buffer.concat(this.#received);
    return words.filter((word) => all.includes(word));
  }

  /** Cuts every connection and refuses new ones. */
  cut(): void {
    this.disturbed = true;
    this.#cut = true;
    for (const pipe of this.#pipes) pipe.destroy();
  }

  /** What the server says no longer arrives, though nothing is cut; what the person says does. */
  holdAnswers(): void {
    this.disturbed = true;
    this.#held = true;
    for (const socket of this.#answers) socket.pause();
  }

  restore(): void {
    this.#cut = false;
    this.#held = false;
    for (const socket of this.#answers) socket.resume();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #keep(pipe: Duplex): void {
    if (this.#cut) {
      pipe.destroy();
      return;
    }
    this.#pipes.add(pipe);
    pipe.on('close', () => this.#pipes.delete(pipe));
    // A cut connection is what these tests are about.
    pipe.on('error', () => pipe.destroy());
  }

  #pass(incoming: IncomingMessage, answer: ServerResponse): void {
    const { method, headers, url = '' } = incoming;
    // What is compressed could not be searched.
    if (this.#received !== null) delete headers['accept-encoding'];
    const outgoing = request(url, { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      this.#received?.push(Buffer.from(response.rawHeaders.join('\n')));
      response.on('data', (bytes: Buffer) => this.#received?.push(bytes));
      response.pipe(answer);
    });
    outgoing.on('error', () => incoming.socket.destroy());
    answer.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  }

  #tunnel({ url = '' }: IncomingMessage, socket: Duplex, head: Buffer): void {
    const [host, port] = url.split(':');
    const far = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      far.write(head);
      socket.pipe(far);
      far.on('data', (bytes: Buffer) => {
        this.#received?.push(bytes);
        socket.write(bytes);
      });
      if (this.#held) far.pause();
    });
    this.#keep(far);
    this.#answers.add(far);
    far.on('close', () => {
      this.#answers.delete(far);
      socket.destroy();
    });
    socket.on('close', () => far.destroy());
  }
}
