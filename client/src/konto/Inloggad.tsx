import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { useApp } from '../app/kontext.tsx';
import { aterinlogga } from './aterinlogga.ts';
import { Inloggningsruta } from './Inloggningsruta.tsx';
import { migFraga } from './mig.ts';
import { TEXTER } from './texter.ts';

/** Around every page behind the login: a session that ends is taken up again on top of the page, which stays as it is. */
export function Inloggad() {
  return (
    <>
      <Outlet />
      <Stadar />
      <Aterinloggning />
    </>
  );
}

/**
 * What one may no longer see goes from the browser, and what one wrote goes to the server: at the first page, at each return
 * to it, and after a new login.
 */
function Stadar() {
  const { session, stadning, eftersandning } = useApp();
  const { id, namn } = useSuspenseQuery(migFraga).data;
  useEffect(() => {
    void stadning.stada(id);
    const sluta = [
      stadning.folj(id),
      eftersandning.folj({ id, namn }),
      session.lyssna(() => {
        if (session.arUpphord()) return;
        void stadning.stada(id);
        eftersandning.fornyades();
      }),
    ];
    return () => {
      for (const en of sluta) en();
    };
  }, [id, namn, session, stadning, eftersandning]);
  return null;
}

function Aterinloggning() {
  const app = useApp();
  const { session } = app;
  const { data: jag } = useSuspenseQuery(migFraga);
  const upphord = useSyncExternalStore(session.lyssna, session.arUpphord);

  return (
    <Dialog oppen={upphord} stang={() => session.fornyades()} rubrik={TEXTER.upphordRubrik} bred tvingande>
      <Stack>
        <p>{TEXTER.upphordText}</p>
        <Inloggningsruta niva={3} vidInloggning={(mig) => aterinlogga(app, jag, mig)} />
      </Stack>
    </Dialog>
  );
}
