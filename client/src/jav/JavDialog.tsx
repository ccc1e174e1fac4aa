import { Button, Stack } from '@mantine/core';
import type { ArendeMedHandlingar } from '@samskrift/shared';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { fokusera } from '../app/fokusera.ts';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import { arendeFraga, arendenFraga, tidslinjeFraga } from '../arenden/fragor.ts';
import { Personsok } from '../handling/Personsok.tsx';
import { migFraga } from '../konto/mig.ts';
import { anmalJav, havJav } from './fragor.ts';
import styles from './Jav.module.css';
import { TEXTER } from './texter.ts';

interface JavDialogProps {
  readonly oppen: boolean;
  readonly stang: () => void;
  readonly arende: ArendeMedHandlingar;
}

/** One's own jäv is reported by oneself; that of others, and taking it away, is the ordförande's and the secretary's. */
export function JavDialog({ oppen, stang, arende }: JavDialogProps) {
  return (
    <Dialog oppen={oppen} stang={stang} rubrik={TEXTER.rubrik}>
      <Innehall arende={arende} />
    </Dialog>
  );
}

/** Asked once more: who reports oneself cannot take it back. */
function EgetJav({ vid, pagar }: { readonly vid: () => void; readonly pagar: boolean }) {
  const [fragar, sattFragar] = useState(false);
  if (!fragar) {
    return (
      <div>
        <Button variant="default" onClick={() => sattFragar(true)}>
          {TEXTER.eget}
        </Button>
      </div>
    );
  }
  return (
    <div>
      <p className={styles.fraga}>{TEXTER.egetForklaring}</p>
      <div className={styles.knappar}>
        <Button ref={fokusera} loading={pagar} onClick={vid}>
          {TEXTER.egetJa}
        </Button>
        <Button variant="default" onClick={() => sattFragar(false)}>
          {TEXTER.avbryt}
        </Button>
      </div>
    </div>
  );
}

function Innehall({ arende }: Pick<JavDialogProps, 'arende'>) {
  const { id, javiga, farAvgoraJav } = arende;
  const { queryClient } = useApp();
  const { data: jag } = useSuspenseQuery(migFraga);
  const meddela = useMeddela();
  const andra = useMutation({
    mutationFn: ({ gor }: { readonly gor: () => Promise<ArendeMedHandlingar>; readonly sagt: string }) => gor(),
    onSuccess: async (andrat, { sagt }) => {
      queryClient.setQueryData(arendeFraga(id).queryKey, andrat);
      meddela(sagt);
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: arendenFraga.queryKey }),
        queryClient.invalidateQueries({ queryKey: tidslinjeFraga(id).queryKey }),
      ]);
    },
  });
  const anmal = (person: { readonly id: string; readonly namn: string }) =>
    andra.mutate({ gor: () => anmalJav(id, person.id), sagt: TEXTER.anmald(person.namn) });
  const jagArJavig = javiga.some((en) => en.id === jag.id);
  return (
    <Stack>
      <p className="dampad">{TEXTER.forklaring}</p>
      {andra.error && <Felruta fel={andra.error} />}
      {!jagArJavig && <EgetJav vid={() => anmal(jag)} pagar={andra.isPending} />}
      {farAvgoraJav && <Personsok utom={javiga.map((en) => en.id)} vidVal={anmal} />}
      <section>
        <h3 className={styles.rubrik}>{TEXTER.anmalda}</h3>
        {javiga.length === 0 ? (
          <p className="dampad">{TEXTER.inga}</p>
        ) : (
          <ul className="lista">
            {javiga.map((en) => (
              <li key={en.id} className={styles.rad}>
                <span>{en.namn}</span>
                {farAvgoraJav && (
                  <Button
                    variant="subtle"
                    aria-label={TEXTER.havFor(en.namn)}
                    disabled={andra.isPending}
                    onClick={() => andra.mutate({ gor: () => havJav(id, en.id), sagt: TEXTER.havd(en.namn) })}
                  >
                    {TEXTER.hav}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    </Stack>
  );
}
