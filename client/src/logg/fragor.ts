import type { Akt } from '@samskrift/shared';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import { api } from '../api.ts';

/** What is asked of the log; days as `YYYY-MM-DD` in the reader's own time. */
export interface Loggfilter {
  readonly akt?: Akt | undefined;
  readonly person?: string | undefined;
  readonly fran?: string | undefined;
  readonly till?: string | undefined;
}

/** The log, newest first, fifty lines at a time. */
export const loggFraga = (filter: Loggfilter) =>
  infiniteQueryOptions({
    queryKey: ['logg', filter],
    queryFn: ({ signal, pageParam }) =>
      parseResponse(api.akter.$get({ query: { ...fragan(filter), hoppa: String(pageParam) } }, { init: { signal } })),
    initialPageParam: 0,
    getNextPageParam: (sista, _alla, hoppa) => (sista.fler ? hoppa + sista.akter.length : undefined),
    staleTime: 0,
  });

/** The address of the same lines as a file. */
export function filadress(filter: Loggfilter): string {
  const satta = Object.entries(fragan(filter)).filter(([, varde]) => varde !== undefined);
  return `/api/akter.csv?${new URLSearchParams(satta as [string, string][])}`;
}

export const tillgangFraga = (id: string) =>
  queryOptions({
    queryKey: ['tillgang', id],
    queryFn: ({ signal }) =>
      parseResponse(api.handlingar[':id'].tillgang.$get({ param: { id } }, { init: { signal } })),
    staleTime: 0,
  });

function fragan({ akt, person, fran, till }: Loggfilter) {
  return { akt, person, fran: dygnsstart(fran, 0), till: dygnsstart(till, 1) };
}

/** The instant when a day begins, or the one so many days after it. */
function dygnsstart(dag: string | undefined, efter: number): string | undefined {
  if (dag === undefined) return undefined;
  const tid = new Date(`${dag}T00:00`);
  tid.setDate(tid.getDate() + efter);
  return Number.isNaN(tid.getTime()) ? undefined : tid.toISOString();
}
