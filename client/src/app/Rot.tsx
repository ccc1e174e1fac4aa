import { Button } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useApp } from './kontext.tsx';
import { Osanda } from './Osanda.tsx';
import { TEXTER } from './texter.ts';
import { useUppdatering } from './uppdatering.ts';

/** Around every page: the skip link, quiet words of what is unsent and of a new version, and what other tabs say. */
export function Rot() {
  useAndraFlikar();
  return (
    <>
      <a href="#innehall" className="hoppa">
        {TEXTER.hoppa}
      </a>
      <Outlet />
      <div className="lappar">
        <Osanda />
        <Nyversion />
      </div>
    </>
  );
}

function Nyversion() {
  const ladda = useUppdatering();
  const [senare, sattSenare] = useState(false);
  if (ladda === null || senare) return null;
  return (
    <div className="lapp" role="status">
      <Button size="compact-md" variant="subtle" onClick={() => void ladda()}>
        {TEXTER.nyVersion}
      </Button>
      <Button size="compact-md" variant="subtle" color="gray" onClick={() => sattSenare(true)}>
        {TEXTER.nyVersionSenare}
      </Button>
    </div>
  );
}

/** The session's cookie is the browser's, so a logout or another person's login in one tab is every tab's. */
function useAndraFlikar() {
  const { kanal, minne, queryClient, session } = useApp();
  useEffect(
    () =>
      kanal.lyssna((meddelande) => {
        const jag = queryClient.getQueryData<{ id: string }>(['mig'])?.id;
        if (meddelande.typ === 'utloggad' && jag !== undefined) {
          // This tab may have written since the other one cleared what the two keep together.
          void minne.glom().finally(() => window.location.assign('/logga-in'));
        }
        if (meddelande.typ === 'inloggad' && jag === meddelande.personId) session.fornyades();
        if (meddelande.typ === 'inloggad' && jag !== undefined && jag !== meddelande.personId)
          window.location.assign('/');
      }),
    [kanal, minne, queryClient, session],
  );
}
