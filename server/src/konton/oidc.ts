import type { ClientAuth, Configuration, ServerMetadata } from 'openid-client';
import type { Logger } from 'pino';
import type { OidcConfig } from '../config.ts';

/** Where the provider sends people back to; it must know this address of the server. */
export const OIDC_SVAR = '/api/inloggning/oidc/svar';

/** What a login is begun with, and what its answer must be an answer to. */
export interface OidcBegaran {
  readonly state: string;
  readonly nonce: string;
  /** The secret half of PKCE. */
  readonly verifier: string;
}

/** What the provider says of who has logged in there, once all of it has been checked. */
export interface OidcIdentitet {
  /** As the account is kept under; the provider's name and its number for the person. */
  readonly utfardare: string;
  readonly sub: string;
  /** Null where the provider gave none, or does not say that it is the person's. */
  readonly epost: string | null;
}

export type OidcUtfall =
  | { readonly ok: true; readonly identitet: OidcIdentitet }
  /** `avbruten`: the person or the provider said no. `ogiltigt`: the answer does not hold. `naddesInte`: there was none. */
  | { readonly ok: false; readonly fel: 'avbruten' | 'ogiltigt' | 'naddesInte' };

/** The city's own login. */
export interface Oidc {
  readonly namn: string;
  /** Secrets for a login that is to begin. */
  nyaHemligheter(): Promise<Omit<OidcBegaran, 'state'>>;
  /** Where the browser is to be sent; null when the provider cannot be asked where that is. */
  adress(begaran: OidcBegaran): Promise<URL | null>;
  /** @param fraga what stands after `?` in the address that the provider sent the browser back to */
  svar(fraga: string, begaran: OidcBegaran): Promise<OidcUtfall>;
  /** Where one logs out of the provider too; null where it has no such page. */
  utloggning(): Promise<URL | null>;
}

const TIMEOUT_S = 10;
/** How far the provider's clock may be from ours. */
const CLOCK_S = 30;

/** Loaded at the first login: a server whose people have passwords has no use for it. */
const library = () => import('openid-client');
type Library = Awaited<ReturnType<typeof library>>;

/** OpenID Connect by authorization code, as openid-client does it; here is only what it is told and what is read out of it. */
export function createOidc(config: OidcConfig, publicUrl: URL, log: Logger): Oidc {
  const redirect = new URL(OIDC_SVAR, publicUrl);
  let found: Promise<Configuration> | null = null;
  const provider = (client: Library): Promise<Configuration> => {
    // What could not be read is asked for again at the next login.
    found ??= discover(client, config).catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };
  /** What went wrong by its name and never its words, which may quote a token. Any other error is ours. */
  const failed = (client: Library, error: unknown): Exclude<OidcUtfall, { ok: true }>['fel'] => {
    const { fel, kod } = whatWentWrong(client, error);
    log.warn({ part: 'oidc', kod }, 'the provider was not believed');
    return fel;
  };

  return {
    namn: config.namn,
    nyaHemligheter: async () => {
      const { randomNonce, randomPKCECodeVerifier } = await library();
      return { nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    },
    adress: async ({ state, nonce, verifier }) => {
      const client = await library();
      try {
        return client.buildAuthorizationUrl(await provider(client), {
          redirect_uri: redirect.href,
          scope: config.scope,
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        });
      } catch (error) {
        failed(client, error);
        return null;
      }
    },
    svar: async (fraga, { state, nonce, verifier }) => {
      const client = await library();
      const address = new URL(redirect);
      address.search = fraga;
      try {
        const configuration = await provider(client);
        const tokens = await client.authorizationCodeGrant(configuration, address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) return { ok: false, fel: 'ogiltigt' };
        const { sub } = claims;
        // Of one source, whole: an address from one place is not vouched for by another.
        const asked = claims[config.emailClaim] === undefined && hasUserinfo(configuration.serverMetadata());
        const said = asked ? await client.fetchUserInfo(configuration, tokens.access_token, sub) : claims;
        return { ok: true, identitet: { utfardare: config.issuer.href, sub, epost: epostUr(said, config) } };
      } catch (error) {
        return { ok: false, fel: failed(client, error) };
      }
    },
    utloggning: async () => {
      const client = await library();
      try {
        const configuration = await provider(client);
        if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
        const back = new URL('/logga-in', publicUrl).href;
        return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: back });
      } catch (error) {
        failed(client, error);
        return null;
      }
    },
  };
}

function discover(client: Library, { issuer, clientId, clientSecret }: OidcConfig): Promise<Configuration> {
  const metadata = { client_secret: clientSecret, [client.clockTolerance]: CLOCK_S };
  const [post, basic] = [client.ClientSecretPost(clientSecret), client.ClientSecretBasic(clientSecret)];
  // In the header where the provider does not say how it takes the secret: that is what the standard then means.
  const authentication: ClientAuth = (server, ...request) => {
    const takesPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false;
    return takesPost ? post(server, ...request) : basic(server, ...request);
  };
  return client.discovery(issuer, clientId, metadata, authentication, {
    timeout: TIMEOUT_S,
    execute: [
      // By itself it takes an id_token that came straight from the provider on trust; here its signature is checked as well.
      client.enableNonRepudiationChecks,
      // The configuration has made sure that this is one's own computer.
      ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
    ],
  });
}

function hasUserinfo({ userinfo_endpoint }: ServerMetadata): boolean {
  return userinfo_endpoint !== undefined;
}

/** The address, where it is said to be the person's. Some say so in words: ADFS writes «true», Entra ID 1. */
function epostUr(claims: Readonly<Record<string, unknown>>, config: OidcConfig): string | null {
  const epost = claims[config.emailClaim];
  const verified = claims[config.verifiedClaim] ?? config.emailTrusted;
  if (typeof epost !== 'string' || ![true, 'true', 1, '1'].some((yes) => yes === verified)) return null;
  return epost.trim().toLowerCase();
}

function whatWentWrong(
  { AuthorizationResponseError, ClientError, ResponseBodyError, WWWAuthenticateChallengeError }: Library,
  error: unknown,
): { readonly fel: Exclude<OidcUtfall, { ok: true }>['fel']; readonly kod: string } {
  if (error instanceof AuthorizationResponseError) return { fel: 'avbruten', kod: error.code };
  if (error instanceof ResponseBodyError) return { fel: 'ogiltigt', kod: error.code };
  if (error instanceof WWWAuthenticateChallengeError) return { fel: 'ogiltigt', kod: error.code };
  if (error instanceof ClientError)
    return { fel: error.code === 'OAUTH_TIMEOUT' ? 'naddesInte' : 'ogiltigt', kod: error.code ?? 'OAUTH' };
  // What `fetch` throws where nobody answers.
  if (error instanceof TypeError && error.cause instanceof Error) return { fel: 'naddesInte', kod: 'FETCH' };
  throw error;
}
