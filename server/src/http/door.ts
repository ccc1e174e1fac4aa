import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/**
 * How long after the rooms are served the app is loaded, if nobody has asked for it. Loading takes the event loop a good tenth
 * of a second, and after a restart that time is for those who come back with words that are not saved.
 */
const APP_AFTER_MS = 1_000;

/** The probes' answers are JSON that no page is to make anything of. */
const HEADERS = {
  'content-type': 'application/json',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
} as const;

type Status = 'ok' | 'lagringsfel' | 'startar';

/**
 * Stands before the HTTP app, which is not there yet when the port is taken, nor when the rooms are served. Only the probes
 * are answered meanwhile; everything else waits for the app and is answered by it.
 */
export class Door {
  #isReady: (() => Promise<boolean>) | null = null;
  #load: (() => Promise<RequestListener>) | null = null;
  #loading: Promise<void> | null = null;
  #app: RequestListener | null = null;
  #waiting: [IncomingMessage, ServerResponse][] = [];
  #timer: NodeJS.Timeout | undefined;

  /** The listener of the HTTP server. */
  readonly answer: RequestListener = (request, response) => {
    if (this.#app !== null) this.#app(request, response);
    else if (isProbe(request, '/healthz')) say(request, response, 'ok');
    else if (isProbe(request, '/readyz')) void this.#sayReadiness(request, response);
    else {
      this.#waiting.push([request, response]);
      this.#begin();
    }
  };

  /**
   * The rooms are served.
   * @param load makes the app; called once, at the first request that needs it or a second from now. That it fails is fatal:
   * the rejection is nobody's to catch.
   */
  open(isReady: () => Promise<boolean>, load: () => Promise<RequestListener>): void {
    this.#isReady = isReady;
    this.#load = load;
    if (this.#waiting.length > 0) this.#begin();
    else this.#timer = setTimeout(() => this.#begin(), APP_AFTER_MS);
  }

  /** Loads no more; resolves when what has begun to load is there. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#loading;
  }

  #begin(): void {
    if (this.#load === null || this.#loading !== null) return;
    clearTimeout(this.#timer);
    this.#loading = this.#loadApp(this.#load);
  }

  async #loadApp(load: () => Promise<RequestListener>): Promise<void> {
    let app: RequestListener;
    try {
      app = await load();
    } catch (error) {
      throw new Error('the HTTP app could not be loaded', { cause: error });
    }
    this.#app = app;
    for (const [request, response] of this.#waiting.splice(0)) app(request, response);
  }

  async #sayReadiness(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#isReady === null) say(request, response, 'startar');
    else say(request, response, (await this.#isReady()) ? 'ok' : 'lagringsfel');
  }
}

function isProbe({ method, url }: IncomingMessage, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && url === path;
}

function say({ method }: IncomingMessage, response: ServerResponse, status: Status): void {
  response.writeHead(status === 'ok' ? 200 : 503, HEADERS);
  response.end(method === 'HEAD' ? undefined : JSON.stringify({ status }));
}
