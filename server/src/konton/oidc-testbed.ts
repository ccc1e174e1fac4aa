import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { OidcConfig } from '../config.ts';
import { ORIGIN } from '../http/testbed.ts';
import { type KontoBed, openKontoBed } from './testbed.ts';

const CLIENT = { id: 'samskrift', secret: 'a-secret-the-provider-and-the-server-share' };

/** What a provider says of a person; its own number for them is the key. */
export type Claims = Readonly<Record<string, unknown>>;

/** A provider that listens, whoever it is. */
interface Listening {
  readonly issuer: URL;
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export async function listen(handlerOf: (issuer: URL) => Handler): Promise<Listening> {
  const server: Server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const handler = handlerOf(issuer);
  return {
    issuer,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The real thing: the certified provider of the package `oidc-provider`, with the persons it is given. */
export function startProvider(persons: Map<string, Claims>): Promise<Listening> {
  return listen((issuer) => {
    const provider = new Provider(issuer.href, {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [`${ORIGIN}/api/inloggning/oidc/svar`],
          post_logout_redirect_uris: [`${ORIGIN}/logga-in`],
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      cookies: { keys: ['the-provider-signs-with-this'] },
      pkce: { required: () => true },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ ...persons.get(id), sub: id }) }),
    });
    return provider.callback();
  });
}

/** A server that knows a provider. */
export function openOidcBed(issuer: URL, more: Partial<OidcConfig> = {}): Promise<KontoBed> {
  const names = { namn: 'Stadens konto', scope: 'openid email', emailClaim: 'email', verifiedClaim: 'email_verified' };
  const oidc = { issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, ...names, emailTrusted: false, ...more };
  return openKontoBed({ oidc });
}

/** A browser as the dance needs one: keeps cookies by origin, and asks the server without a port. */
export class DancingBrowser {
  /** Every address it was sent to, in order. */
  readonly visited: string[] = [];
  readonly #bed: KontoBed;
  readonly #jar = new Map<string, Map<string, string>>();

  constructor(bed: KontoBed) {
    this.#bed = bed;
  }

  cookies(origin: string = ORIGIN): Map<string, string> {
    const kept = this.#jar.get(origin) ?? new Map<string, string>();
    this.#jar.set(origin, kept);
    return kept;
  }

  async ask(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, ORIGIN);
    const cookie = [...this.cookies(url.origin)].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...Object.fromEntries(new Headers(init.headers)), cookie, origin: url.origin };
    this.visited.push(url.href);
    const request = { ...init, headers, redirect: 'manual' } as const;
    const answer =
      url.origin === ORIGIN ? await this.#bed.services.app.request(url.href, request, {}) : await fetch(url, request);
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const gone = attributes.some((one) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(one));
      if (gone) this.cookies(url.origin).delete(name);
      else this.cookies(url.origin).set(name, value);
    }
    return answer;
  }

  /** Presses the button of the login page. @returns where it leads */
  async begin(till?: string): Promise<URL> {
    const answer = await this.ask('/api/inloggning/oidc', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ till }),
    });
    return new URL(((await answer.json()) as { adress: string }).adress);
  }

  /** Follows where it is sent until it stands before the server's answer, or at a page. */
  async follow(from: URL): Promise<{ url: URL; answer: Response }> {
    for (let url = from, steps = 0; steps < 20; steps += 1) {
      if (url.origin === ORIGIN) return { url, answer: new Response() };
      const answer = await this.ask(url);
      const next = answer.headers.get('location');
      if (next === null) return { url, answer };
      url = new URL(next, url);
    }
    throw new RangeError(`sent round and round: ${this.visited.at(-1)}`);
  }

  /** Logs in at the provider's own pages, which belong to the package. @returns the address the provider sends it back to */
  async provide(from: URL, login: string): Promise<URL> {
    let { url, answer } = await this.follow(from);
    while (url.origin !== ORIGIN) {
      const page = await answer.text();
      const [, action = ''] = /<form[^>]* action="([^"]+)"/.exec(page) ?? [];
      const [, prompt = ''] = /name="prompt" value="(\w+)"/.exec(page) ?? [];
      const body = new URLSearchParams({ prompt, login, password: 'whatever' });
      const sent = await this.ask(new URL(action, url), { method: 'POST', body });
      const next = sent.headers.get('location');
      if (next === null) throw new RangeError(`the provider stopped at ${url.href}: ${sent.status}`);
      ({ url, answer } = await this.follow(new URL(next, url)));
    }
    return url;
  }

  /** The whole dance. @returns where the server sends the browser at last */
  async logIn(login: string, till?: string): Promise<URL> {
    return this.arrive(await this.provide(await this.begin(till), login));
  }

  async arrive(back: URL): Promise<URL> {
    const answer = await this.ask(back);
    return new URL(answer.headers.get('location') ?? `/status/${answer.status}`, ORIGIN);
  }

  /** Who the server takes it for; null for nobody. */
  async who(): Promise<string | null> {
    const answer = await this.ask('/api/mig');
    return answer.ok ? ((await answer.json()) as { namn: string }).namn : null;
  }
}
