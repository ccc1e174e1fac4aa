import type { Handling, Lagesakt } from '@samskrift/shared';
import { queryOptions } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import { api } from '../api.ts';

const enHandling = api.handlingar[':id'];

/** What a handing in of the draft would meet; asked each time the dialog opens. */
export const inforFraga = (id: string) =>
  queryOptions({
    queryKey: ['infor-inlamning', id],
    queryFn: ({ signal }) => parseResponse(enHandling.inlamning.$get({ param: { id } }, { init: { signal } })),
    staleTime: 0,
    gcTime: 0,
  });

export const kvittoFraga = (id: string) =>
  queryOptions({
    queryKey: ['kvitto', id],
    queryFn: ({ signal }) => parseResponse(enHandling.kvitto.$get({ param: { id } }, { init: { signal } })),
    staleTime: 0,
  });

/** What has come in to the nämnd, latest first. */
export const inkommetFraga = queryOptions({
  queryKey: ['inkommet'],
  queryFn: ({ signal }) => parseResponse(api.inkommet.$get({}, { init: { signal } })),
  staleTime: 0,
});

/** Hands in a clean copy of a draft. @param ersatt that it takes the place of an earlier one is known. @throws ApiFel `ersatter` otherwise */
export function lamnaIn(id: string, ersatt: boolean): Promise<Handling> {
  return parseResponse(enHandling.inlamning.$post({ param: { id }, json: { ersatt } }));
}

export function aterta(id: string): Promise<Handling> {
  return parseResponse(enHandling.atertagande.$post({ param: { id } }));
}

export function andraLage(id: string, akt: Exclude<Lagesakt, 'justera'>): Promise<Handling> {
  return parseResponse(enHandling.lage.$post({ param: { id }, json: { akt } }));
}
