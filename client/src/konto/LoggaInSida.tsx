import { Skeleton, Stack } from '@mantine/core';
import type { Mig } from '@samskrift/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useApp } from '../app/kontext.tsx';
import { borjaSom } from './borjaSom.ts';
import { Ingang } from './Ingang.tsx';
import { Inloggningsruta } from './Inloggningsruta.tsx';
import { inloggningFraga } from './losenord.ts';
import { vemJagAr } from './mig.ts';
import { oidcfelText } from './oidcfel.ts';
import { inomAppen } from './retur.ts';
import { TEXTER } from './texter.ts';

export function LoggaInSida() {
  const { till, fel, klar, ut } = useSearch({ from: '/logga-in' });
  const app = useApp();
  const router = useRouter();
  const { data: inloggning } = useQuery(inloggningFraga);
  const oidc = inloggning?.oidc ?? null;
  const dit = inomAppen(till);

  const vidInloggning = async (mig: Mig) => {
    await borjaSom(app, mig);
    await router.navigate({ href: dit ?? '/', replace: true });
  };
  // Back from the city's own login: who it is, is asked once.
  const { mutate: taEmot, error: ingen } = useMutation({ mutationFn: vemJagAr, onSuccess: vidInloggning });
  useEffect(() => {
    if (klar === true) taEmot();
  }, [klar, taEmot]);

  return (
    <Ingang rubrik={TEXTER.rubrik}>
      {klar === true && ingen === null ? (
        <Skeleton height={180} aria-label={TEXTER.loggarIn} />
      ) : (
        <Stack gap="lg">
          {fel !== undefined && oidc !== null && (
            <div className="felruta" role="alert">
              <p>{oidcfelText(fel, oidc)}</p>
            </div>
          )}
          {ut === true && oidc !== null && (
            <p role="status">
              {TEXTER.ut} <a href="/api/inloggning/oidc/ut">{TEXTER.utOcksa(oidc)}</a>
            </p>
          )}
          <Inloggningsruta niva={2} till={dit} vidInloggning={vidInloggning} />
        </Stack>
      )}
    </Ingang>
  );
}
