import { Button, Skeleton, Stack } from '@mantine/core';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import { api } from '../api.ts';
import { tidpunkt } from '../app/datum.ts';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import { Sida } from '../app/Sida.tsx';
import { BytLosenord } from './BytLosenord.tsx';
import styles from './MinaInloggningar.module.css';
import { Nycklar } from './Nycklar.tsx';
import { TEXTER } from './texter.ts';
import { webblasareIOrd } from './webblasare.ts';

const inloggningarFraga = queryOptions({
  queryKey: ['inloggningar'],
  queryFn: ({ signal }) => parseResponse(api.mig.inloggningar.$get({}, { init: { signal } })),
  staleTime: 0,
});

/** Ends one, or all but this one where no id is given. */
function avsluta(id: string | null): Promise<{ avslutade: number }> {
  return id === null
    ? parseResponse(api.mig.inloggningar.$delete())
    : parseResponse(api.mig.inloggningar[':id'].$delete({ param: { id } }));
}

export function MinaInloggningar() {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  const { data: inloggningar, error, refetch } = useQuery(inloggningarFraga);
  const avslut = useMutation({
    mutationFn: avsluta,
    onSuccess: async ({ avslutade }) => {
      await queryClient.invalidateQueries({ queryKey: inloggningarFraga.queryKey });
      meddela(TEXTER.avslutade(avslutade));
    },
  });
  const andra = inloggningar?.some(({ denna }) => !denna) ?? false;
  return (
    <Sida
      rubrik={TEXTER.minaRubrik}
      handlingar={
        andra && (
          <Button variant="default" disabled={avslut.isPending} onClick={() => avslut.mutate(null)}>
            {TEXTER.avslutaAndra}
          </Button>
        )
      }
    >
      <Stack>
        <p className="dampad">{TEXTER.minaText}</p>
        {avslut.error && <Felruta fel={avslut.error} />}
        {inloggningar === undefined ? (
          error ? (
            <Felruta fel={error} forsokIgen={() => void refetch()} />
          ) : (
            <Skeleton height={160} aria-label={TEXTER.inloggningarHamtas} />
          )
        ) : (
          <ul className="ark lista">
            {inloggningar.map(({ id, borjade, anvand, webblasare, denna }) => (
              <li key={id} className={styles.rad}>
                <div className={styles.om}>
                  <strong>{webblasareIOrd(webblasare)}</strong>
                  {denna && <span className={styles.denna}>{TEXTER.denna}</span>}
                  <p className="dampad liten">{TEXTER.borjade(tidpunkt(borjade))}</p>
                  <p className="dampad liten">{TEXTER.anvand(tidpunkt(anvand))}</p>
                </div>
                {!denna && (
                  <Button
                    variant="default"
                    disabled={avslut.isPending}
                    aria-label={TEXTER.avslutaEn(webblasareIOrd(webblasare), tidpunkt(borjade))}
                    onClick={() => avslut.mutate(id)}
                  >
                    {TEXTER.avsluta}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        <BytLosenord />
        <Nycklar />
      </Stack>
    </Sida>
  );
}
