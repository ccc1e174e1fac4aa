import { MutationCache, type Query, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiFel } from '../api.ts';
import { migNyckel } from '../konto/mig.ts';
import type { Session } from './session.ts';

/**
 * How long what has been read is kept in the browser for when there is no network, in milliseconds: 14 days. It is also a
 * timer's delay, and one over 24.8 days overflows and fires at once: every answer would be thrown away as it came.
 */
export const MINNESTID = 14 * 24 * 60 * 60 * 1000;

/** How often a page that has not reached the server asks again. */
const FORSOK_IGEN_MS = 5_000;

const arOnabar = (fel: unknown) => fel instanceof ApiFel && fel.status === 0;

/** Queries of the whole app; an answer of 401 while somebody was logged in is told to the session. */
export function createQueryClient(session: Session): QueryClient {
  const granska = (fel: Error) => {
    const inloggad = queryClient.getQueryData(migNyckel) !== undefined;
    if (inloggad && fel instanceof ApiFel && fel.status === 401) session.upphorde();
  };
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError: granska }),
    mutationCache: new MutationCache({ onError: granska }),
    defaultOptions: {
      queries: {
        // `navigator.onLine` is only a guess; asking tells, and a failure leaves what was read before.
        networkMode: 'always',
        // Not implied by it. A page that says that the server is not reached says so no longer than it is true, also where the
        // browser has not noticed that the network went.
        refetchOnReconnect: 'always',
        refetchInterval: ({ state }) => (arOnabar(state.error) ? FORSOK_IGEN_MS : false),
        gcTime: MINNESTID,
        staleTime: 10_000,
        retry: (forsok, fel) => fel instanceof ApiFel && (fel.status === 0 || fel.status >= 500) && forsok < 1,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return queryClient;
}

/**
 * Whether an answer is kept for a reload without network: those whose query says so (`meta.minns`). One that failed since
 * keeps what it had, unless the server said that it is not there (any more) for this person.
 */
export function skallMinnas(query: Query): boolean {
  const { data, error } = query.state;
  const borta = error instanceof ApiFel && error.status === 404;
  return query.meta?.minns === true && data !== undefined && !borta;
}
