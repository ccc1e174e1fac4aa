import { isIP } from 'node:net';
import type {
  InloggningsbegaranSchema,
  NyckelbegaranSchema,
  NyckelinloggningSchema,
  NyNyckelSchema,
} from '@samskrift/shared';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Deps } from '../http/env.ts';

/** A key as it is kept. */
export interface SparadNyckel {
  readonly id: string;
  readonly publik: Uint8Array;
  readonly raknare: number;
}

interface Agare {
  readonly id: string;
  readonly namn: string;
  readonly epost: string;
}

/** What keys are asked and how their answers are judged. Each answer is held against the challenge it was asked with. */
export interface Webauthn {
  nyckelbegaran(agare: Agare, har: readonly string[]): Promise<z.infer<typeof NyckelbegaranSchema>>;
  /** The key that was made; null for an answer that does not hold. */
  ny(svar: z.infer<typeof NyNyckelSchema>['svar'], utmaning: string): Promise<SparadNyckel | null>;
  inloggningsbegaran(): Promise<z.infer<typeof InloggningsbegaranSchema>>;
  /** Its signature counter after the login; null for an answer that does not hold. */
  inloggad(
    svar: z.infer<typeof NyckelinloggningSchema>['svar'],
    utmaning: string,
    nyckel: SparadNyckel,
  ): Promise<number | null>;
}

/** EdDSA, ES256 and RS256: what security keys, telephones and Windows Hello make. */
const ALGORITHMS = [-8, -7, -257];

/** Loaded at the first key: it brings the formats of a dozen kinds of them. */
const library = () => import('@simplewebauthn/server');

/** The keys belong to the public address: one made for another site is not asked, and cannot answer, here. */
export function createWebauthn({ publicUrl, origins, log }: Pick<Deps, 'publicUrl' | 'origins' | 'log'>): Webauthn {
  // A key cannot belong to an IP address; on one's own computer it is localhost's.
  const rpID = isIP(publicUrl.hostname.replace(/^\[|\]$/g, '')) === 0 ? publicUrl.hostname : 'localhost';
  const expected = { expectedOrigin: [...origins], expectedRPID: rpID, requireUserVerification: true };
  return {
    nyckelbegaran: async ({ id, namn, epost }, har) => {
      const { generateRegistrationOptions } = await library();
      const { challenge, user, pubKeyCredParams } = await generateRegistrationOptions({
        rpName: 'Samskrift',
        rpID,
        userID: new TextEncoder().encode(id),
        userName: epost,
        userDisplayName: namn,
        supportedAlgorithmIDs: ALGORITHMS,
      });
      return {
        challenge,
        rp: { name: 'Samskrift', id: rpID },
        user,
        pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ type: 'public-key', alg })),
        excludeCredentials: har.map((one) => ({ type: 'public-key', id: one })),
        // Kept in the key with whose it is, so that nobody has to write an address; and it asks for a finger or a code, so that
        // having the thing is not enough.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
      };
    },
    ny: async (svar, expectedChallenge) => {
      const { verifyRegistrationResponse } = await library();
      const request = { response: svar, expectedChallenge, supportedAlgorithmIDs: ALGORITHMS, ...expected };
      const { registrationInfo } = (await held(log, verifyRegistrationResponse(request))) ?? {};
      if (registrationInfo === undefined) return null;
      const { id, publicKey, counter } = registrationInfo.credential;
      return { id, publik: publicKey, raknare: counter };
    },
    inloggningsbegaran: async () => {
      const { generateAuthenticationOptions } = await library();
      const { challenge } = await generateAuthenticationOptions({ rpID });
      return { challenge, rpId: rpID, userVerification: 'required' };
    },
    inloggad: async (svar, expectedChallenge, { id, publik, raknare }) => {
      const { verifyAuthenticationResponse } = await library();
      const credential = { id, publicKey: Uint8Array.from(publik), counter: raknare };
      const request = { response: svar, expectedChallenge, credential, ...expected };
      const { verified, authenticationInfo } = (await held(log, verifyAuthenticationResponse(request))) ?? {};
      return verified === true && authenticationInfo !== undefined ? authenticationInfo.newCounter : null;
    },
  };
}

/** The library throws for every answer that does not hold, in words that quote it: the log gets none of them. */
async function held<Value>(log: Logger, verifying: Promise<Value>): Promise<Value | null> {
  try {
    return await verifying;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    log.warn({ part: 'nyckel', kod: error.name }, 'a key was not believed');
    return null;
  }
}
