import { DelningSchema, HandlingSchema, PersonSchema, type Ratt } from '@samskrift/shared';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { anropa, utfor } from '../api.ts';

/** One handling without its text; asked again when the socket says that it has changed. */
export const handlingFraga = (id: string) =>
  queryOptions({
    queryKey: ['handling', id],
    queryFn: ({ signal }) => anropa(HandlingSchema, `/api/handlingar/${id}`, { signal }),
    meta: { minns: true },
  });

export const delningarFraga = (id: string) =>
  queryOptions({
    queryKey: ['delningar', id],
    queryFn: ({ signal }) => anropa(z.array(DelningSchema), `/api/handlingar/${id}/delningar`, { signal }),
    staleTime: 0,
  });

/** Persons by name; nothing is asked for less than two letters. */
export const personerFraga = (sok: string) =>
  queryOptions({
    queryKey: ['personer', sok],
    queryFn: ({ signal }) => anropa(z.array(PersonSchema), `/api/personer?sok=${encodeURIComponent(sok)}`, { signal }),
    enabled: sok.length >= 2,
    staleTime: 60_000,
  });

export function bytTitel(id: string, titel: string): Promise<void> {
  return utfor(`/api/handlingar/${id}`, { metod: 'PATCH', kropp: { titel } });
}

export function justera(id: string): Promise<void> {
  return utfor(`/api/handlingar/${id}/justera`, { metod: 'POST', kropp: {} });
}

/** Gives a person a right to the handling; `ingen` takes the shared right away. */
export function dela(id: string, personId: string, ratt: Ratt): Promise<void> {
  const vag = `/api/handlingar/${id}/delningar/${personId}`;
  return ratt === 'ingen' ? utfor(vag, { metod: 'DELETE' }) : utfor(vag, { metod: 'PUT', kropp: { ratt } });
}
