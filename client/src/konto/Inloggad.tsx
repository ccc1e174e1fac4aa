import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
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
      <Aterinloggning />
    </>
  );
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
