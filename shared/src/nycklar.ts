/** What the HTTP API takes and answers about keys (passkeys), in the JSON of WebAuthn level 3 as far as it is used. */
import { z } from 'zod';
import { OSYNLIGT } from './konton.ts';

/** The most keys a person has. */
export const NYCKLAR_MEST = 20;

const namn = z
  .string()
  .trim()
  .min(1, 'Ge nyckeln ett namn, som «Min telefon».')
  .max(60, 'Namnet får vara högst 60 tecken.')
  .refine((text) => !OSYNLIGT.test(text), 'Namnet innehåller osynliga tecken. Skriv det på nytt utan dem.');
const base64url = z.string().max(20_000);
const typ = z.literal('public-key');

export const NyckelnamnSchema = z.object({ namn });

export const NyckelSchema = z.object({
  id: z.string(),
  namn: z.string(),
  skapad: z.string(),
  /** When it was last logged in with; null for never. */
  anvand: z.string().nullable(),
});
export type Nyckel = z.infer<typeof NyckelSchema>;

/** What a browser is asked to make a key of. */
export const NyckelbegaranSchema = z.object({
  challenge: z.string(),
  rp: z.object({ name: z.string(), id: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: typ, alg: z.number().int() })),
  excludeCredentials: z.array(z.object({ type: typ, id: z.string() })),
  authenticatorSelection: z.object({ residentKey: z.literal('required'), userVerification: z.literal('required') }),
  attestation: z.literal('none'),
});

/** The key that a browser has made, and what its person calls it. */
export const NyNyckelSchema = z.object({
  namn,
  svar: z.object({
    id: base64url,
    rawId: base64url,
    type: typ,
    clientExtensionResults: z.object({}),
    response: z.object({ clientDataJSON: base64url, attestationObject: base64url }),
  }),
});

/** What a browser is asked to log in by. */
export const InloggningsbegaranSchema = z.object({
  challenge: z.string(),
  rpId: z.string(),
  userVerification: z.literal('required'),
});

export const NyckelinloggningSchema = z.object({
  svar: z.object({
    id: base64url,
    rawId: base64url,
    type: typ,
    clientExtensionResults: z.object({}),
    response: z.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      /** Whose the key says that it is: the person's id in base64url. */
      userHandle: base64url,
    }),
  }),
});
