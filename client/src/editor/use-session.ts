import type { Handling, Mig } from '@samskrift/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useApp } from '../app/kontext.tsx';
import { openSession } from '../sync/open-session.ts';
import type { HandlingSession, SessionView } from '../sync/session.ts';

/**
 * The handling's session for as long as the component is on the page; null on the very first render. One that was left with
 * unsent text is taken up again, and one that is left so lives on.
 */
export function useHandlingSession(handling: Handling, mig: Mig): HandlingSession | null {
  const { eftersandning, stadning } = useApp();
  const [session, setSession] = useState<HandlingSession | null>(null);
  const { id, ratt } = handling;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a right that HTTP tells later has come by the socket already
  useEffect(() => {
    const opened = eftersandning.aterta(id) ?? openSession({ id: mig.id, namn: mig.namn }, id, ratt);
    setSession(opened);
    const letGo = stadning.oppnades(id);
    return () => {
      letGo();
      eftersandning.lamnades(id, opened);
    };
  }, [id, mig.id, mig.namn, stadning, eftersandning]);
  useWindow(session);
  useRest(session, id);
  return session;
}

/** One thing of what the session shows: a keystroke changes the status twice, and only who reads it is drawn again. */
export function useSessionView<Key extends keyof SessionView>(session: HandlingSession, key: Key): SessionView[Key] {
  return useSyncExternalStore(session.subscribe, () => session.view()[key]);
}

/** Whether the text is sealed, which changes once. */
export function useSealed(session: HandlingSession): boolean {
  return useSyncExternalStore(session.subscribe, () => session.view().status === 'locked');
}

/** What the browser itself tells: that the page is being left, that the network has come or gone. */
function useWindow(session: HandlingSession | null): void {
  useEffect(() => {
    if (session === null) return;
    const listening = new AbortController();
    const { signal } = listening;
    const warn = (event: BeforeUnloadEvent) => {
      if (session.warnsOnLeave()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn, { signal });
    for (const event of ['online', 'offline']) window.addEventListener(event, () => session.retryNow(), { signal });
    return () => listening.abort();
  }, [session]);
}

/** What the socket says that the rest of the page must know, and what the page must tell the socket. */
function useRest(session: HandlingSession | null, handlingId: string): void {
  const queryClient = useQueryClient();
  const { session: login, minne } = useApp();
  useEffect(() => {
    if (session === null) return;
    let { changes, status } = session.view();
    const stop = session.subscribe(() => {
      const now = session.view();
      if (now.status === 'loggedOut' && status !== 'loggedOut') login.upphorde();
      const turned = now.status !== status && (now.status === 'locked' || now.status === 'gone');
      if (turned && now.status === 'gone') {
        // With the right go the answers that name the handling, also those the browser keeps.
        queryClient.removeQueries({ type: 'inactive' });
        void queryClient.invalidateQueries().then(() => minne.rensa());
      } else if (now.changes !== changes || turned) {
        void queryClient.invalidateQueries({ queryKey: ['handling', handlingId] });
      }
      ({ changes, status } = now);
    });
    const stopLogin = login.lyssna(() => {
      if (!login.arUpphord()) session.resume();
    });
    return () => {
      stop();
      stopLogin();
    };
  }, [session, login, minne, queryClient, handlingId]);
}
