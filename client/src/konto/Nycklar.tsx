import { Button, Group, Skeleton, Stack } from '@mantine/core';
import type { Nyckel } from '@samskrift/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { tidpunkt } from '../app/datum.ts';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import styles from './MinaInloggningar.module.css';
import { Nyckelnamn } from './Nyckelnamn.tsx';
import { dopOmNyckel, laggTillNyckel, nycklarFraga, taBortNyckel } from './nycklar.ts';
import { TEXTER } from './texter.ts';

type Oppen = { readonly vad: 'ny' } | { readonly vad: 'namn' | 'bort'; readonly nyckel: Nyckel };

/** The keys that one can log in by: added, named and removed here. */
export function Nycklar() {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  const { data: nycklar, error, refetch } = useQuery(nycklarFraga);
  const [oppen, sattOppen] = useState<Oppen | null>(null);
  const stang = () => sattOppen(null);
  const klart = (sags: (namn: string) => string) => async (nyckel: Nyckel) => {
    stang();
    await queryClient.invalidateQueries({ queryKey: nycklarFraga.queryKey });
    meddela(sags(nyckel.namn));
  };

  return (
    <section aria-labelledby="nycklar" className={styles.del}>
      <Stack>
        <Group justify="space-between">
          <h2 id="nycklar" className={styles.rubrik}>
            {TEXTER.nycklar}
          </h2>
          <Button onClick={() => sattOppen({ vad: 'ny' })}>{TEXTER.laggTillNyckel}</Button>
        </Group>
        <p className="dampad">{TEXTER.nycklarText}</p>
        {nycklar === undefined ? (
          error ? (
            <Felruta fel={error} forsokIgen={() => void refetch()} />
          ) : (
            <Skeleton height={80} aria-label={TEXTER.nycklarHamtas} />
          )
        ) : nycklar.length === 0 ? (
          <p>{TEXTER.ingaNycklar}</p>
        ) : (
          <ul className="ark lista">
            {nycklar.map((nyckel) => (
              <li key={nyckel.id} className={styles.rad}>
                <div className={styles.om}>
                  <strong>{nyckel.namn}</strong>
                  <p className="dampad liten">{TEXTER.nyckelSkapad(tidpunkt(nyckel.skapad))}</p>
                  <p className="dampad liten">
                    {nyckel.anvand === null ? TEXTER.nyckelAldrig : TEXTER.anvand(tidpunkt(nyckel.anvand))}
                  </p>
                </div>
                <Group gap="xs">
                  <Button
                    variant="default"
                    aria-label={TEXTER.bytNamnPa(nyckel.namn)}
                    onClick={() => sattOppen({ vad: 'namn', nyckel })}
                  >
                    {TEXTER.bytNamn}
                  </Button>
                  <Button
                    variant="default"
                    aria-label={TEXTER.taBortEn(nyckel.namn)}
                    onClick={() => sattOppen({ vad: 'bort', nyckel })}
                  >
                    {TEXTER.taBort}
                  </Button>
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Stack>
      <Dialog oppen={oppen?.vad === 'ny'} stang={stang} rubrik={TEXTER.laggTillNyckel}>
        <Nyckelnamn
          namn=""
          knapp={TEXTER.laggTillNyckel}
          spara={laggTillNyckel}
          klart={klart(TEXTER.nyckelTillagd)}
          stang={stang}
        />
      </Dialog>
      {oppen?.vad === 'namn' && (
        <Dialog oppen stang={stang} rubrik={TEXTER.bytNamnPa(oppen.nyckel.namn)}>
          <Nyckelnamn
            namn={oppen.nyckel.namn}
            knapp={TEXTER.spara}
            spara={(namn) => dopOmNyckel(oppen.nyckel, namn)}
            klart={klart(TEXTER.nyckelOmdopt)}
            stang={stang}
          />
        </Dialog>
      )}
      {oppen?.vad === 'bort' && (
        <Dialog oppen stang={stang} rubrik={TEXTER.taBortRubrik(oppen.nyckel.namn)}>
          <TaBort nyckel={oppen.nyckel} klart={klart(TEXTER.nyckelBorta)} stang={stang} />
        </Dialog>
      )}
    </section>
  );
}

interface TaBortProps {
  readonly nyckel: Nyckel;
  readonly klart: (nyckel: Nyckel) => Promise<void>;
  readonly stang: () => void;
}

function TaBort({ nyckel, klart, stang }: TaBortProps) {
  const borttagning = useMutation({ mutationFn: taBortNyckel, onSuccess: klart });
  return (
    <Stack>
      <p>{TEXTER.taBortText}</p>
      {borttagning.error && <Felruta fel={borttagning.error} />}
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={stang}>
          {TEXTER.avbryt}
        </Button>
        <Button color="red" loading={borttagning.isPending} onClick={() => borttagning.mutate(nyckel)}>
          {TEXTER.taBort}
        </Button>
      </Group>
    </Stack>
  );
}
