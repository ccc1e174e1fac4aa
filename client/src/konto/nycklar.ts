import type { Mig, Nyckel } from '@samskrift/shared';
import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { queryOptions } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import { ApiFel, api } from '../api.ts';
import { vemJagAr } from './mig.ts';
import { TEXTER } from './texter.ts';

export const nycklarFraga = queryOptions({
  queryKey: ['nycklar'],
  queryFn: ({ signal }) => parseResponse(api.mig.nycklar.$get({}, { init: { signal } })),
});

/** @throws ApiFel `loggaInIgen` where the login is too long ago. */
export async function laggTillNyckel(namn: string): Promise<Nyckel> {
  const optionsJSON = await parseResponse(api.mig.nycklar.borja.$post());
  const gjord = await startRegistration({ optionsJSON }).catch((fel: unknown) => {
    throw iOrd(fel, TEXTER.nyckelAvbruten);
  });
  const { id, rawId, type, response } = gjord;
  const { clientDataJSON, attestationObject } = response;
  const svar = { id, rawId, type, clientExtensionResults: {}, response: { clientDataJSON, attestationObject } };
  return parseResponse(api.mig.nycklar.$post({ json: { namn, svar } }));
}

export function dopOmNyckel({ id }: Nyckel, namn: string): Promise<Nyckel> {
  return parseResponse(api.mig.nycklar[':id'].$patch({ param: { id }, json: { namn } }));
}

export function taBortNyckel({ id }: Nyckel): Promise<Nyckel> {
  return parseResponse(api.mig.nycklar[':id'].$delete({ param: { id } }));
}

/** The browser asks its person which key, and the key whose it is: nothing has to be written. */
export async function loggaInMedNyckel(): Promise<Mig> {
  const optionsJSON = await parseResponse(api.inloggning.nyckel.borja.$post());
  const svarat = await startAuthentication({ optionsJSON }).catch((fel: unknown) => {
    throw iOrd(fel, TEXTER.nyckelIngen);
  });
  const { id, rawId, type, response } = svarat;
  const { clientDataJSON, authenticatorData, signature, userHandle = '' } = response;
  const given = { clientDataJSON, authenticatorData, signature, userHandle };
  const svar = { id, rawId, type, clientExtensionResults: {}, response: given };
  await parseResponse(api.inloggning.nyckel.$post({ json: { svar } }));
  return vemJagAr();
}

/** A browser tells little of why a key was not used, so that a page cannot learn which there are. */
function iOrd(fel: unknown, avbruten: string): Error {
  if (!(fel instanceof Error)) return new RangeError(String(fel));
  switch (fel.name) {
    case 'NotAllowedError':
    case 'AbortError':
      return new ApiFel('nyckelAvbruten', 0, avbruten);
    case 'InvalidStateError':
      return new ApiFel('nyckelFinns', 0, TEXTER.nyckelFinns);
    case 'SecurityError':
    case 'NotSupportedError':
      return new ApiFel('nyckelGarInte', 0, TEXTER.nyckelGarInte);
    default:
      return fel;
  }
}
