import { Stack } from '@mantine/core';
import type { Mig } from '@samskrift/shared';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { useApp } from '../app/kontext.tsx';
import { Inloggningsruta } from './Inloggningsruta.tsx';
import { migFraga, migNyckel } from './mig.ts';
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
  const { session, queryClient, kanal, minne } = useApp();
  const { data: jag } = useSuspenseQuery(migFraga);
  const upphord = useSyncExternalStore(session.lyssna, session.arUpphord);

  const vidInloggning = async (mig: Mig) => {
    kanal.sag({ typ: 'inloggad', personId: mig.id });
    if (mig.id !== jag.id) {
      await minne.rensa();
      window.location.assign('/');
      return;
    }
    queryClient.setQueryData(migNyckel, mig);
    session.fornyades();
    await queryClient.invalidateQueries();
  };

  return (
    <Dialog oppen={upphord} stang={() => session.fornyades()} rubrik={TEXTER.upphordRubrik} bred tvingande>
      <Stack>
        <p>{TEXTER.upphordText}</p>
        <Inloggningsruta niva={3} vidInloggning={vidInloggning} />
      </Stack>
    </Dialog>
  );
}
