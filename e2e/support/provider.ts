import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

const CLIENT = { client_id: 'samskrift', client_secret: 'a-secret-the-provider-and-the-server-share' };

/** A city's own login: the certified provider of the package `oidc-provider`, with its own pages. */
export class CityLogin {
  readonly #server: Server;
  #handler: ReturnType<Provider['callback']> | null = null;

  constructor() {
    this.#server = createServer((request, response) => void this.#handler?.(request, response));
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How the server under test is told of it. */
  get environment(): Readonly<Record<string, string>> {
    const { client_id, client_secret } = CLIENT;
    return {
      OIDC_ISSUER: this.issuer,
      OIDC_CLIENT_ID: client_id,
      OIDC_CLIENT_SECRET: client_secret,
      OIDC_NAME: 'Stadens konto',
    };
  }

  /** Is told of the server, and of its own people by what they write as their names. */
  know(server: URL, addresses: ReadonlyMap<string, string>): void {
    const provider = new Provider(this.issuer, {
      clients: [
        {
          ...CLIENT,
          redirect_uris: [new URL('/api/inloggning/oidc/svar', server).href],
          post_logout_redirect_uris: [new URL('/logga-in', server).href],
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      findAccount: (_, id) => ({
        accountId: id,
        claims: () => ({ sub: id, email: addresses.get(id), email_verified: true }),
      }),
    });
    this.#handler = provider.callback();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
