import { Button, Skeleton, Stack } from '@mantine/core';
import { gruppnamn, type Handling, type Samarbete, type Svar } from '@samskrift/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { kortTid } from '../app/datum.ts';
import { Felruta } from '../app/Felruta.tsx';
import { fokusera } from '../app/fokusera.ts';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import type { HandlingsdialogProps } from '../handling/dialog.ts';
import { avsluta, inbjudningarFraga, samarbeteFraga, svara, taUr } from './fragor.ts';
import { Grupprad } from './Grupprad.tsx';
import { Grupval } from './Grupval.tsx';
import styles from './Samarbete.module.css';
import { TEXTER } from './texter.ts';

/** Which groups write a text together: proposed, answered, left and ended here. */
export function SamarbeteDialog({ oppen, stang, handling }: HandlingsdialogProps) {
  return (
    <Dialog oppen={oppen} stang={stang} rubrik={TEXTER.rubrik} bred>
      <Innehall handling={handling} stang={stang} />
    </Dialog>
  );
}

/** What is asked about before it is done, since others lose the text by it. */
interface Fraga {
  readonly fraga: string;
  readonly knapp: string;
  readonly gor: () => Promise<void>;
  readonly sagt: string;
  /** The person's own group is out by it, and the page with it. */
  readonly lamnar?: boolean;
}

function Innehall({ handling, stang }: { readonly handling: Handling; readonly stang: () => void }) {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(samarbeteFraga(handling.id));
  const [fraga, sattFraga] = useState<Fraga | null>(null);
  const laget = useRef<HTMLParagraphElement>(null);
  const gor = useMutation({
    mutationFn: (en: Pick<Fraga, 'gor' | 'sagt' | 'lamnar'>) => en.gor(),
    onSuccess: async (_, en) => {
      meddela(en.sagt);
      sattFraga(null);
      // The button is gone with what it did.
      laget.current?.focus();
      if (en.lamnar === true) {
        stang();
        await navigate({ to: '/arenden/$id', params: { id: handling.arendeId } });
      }
      await Promise.all(
        [['handling', handling.id], ['arende', handling.arendeId], inbjudningarFraga.queryKey].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
  if (error) return <Felruta fel={error} forsokIgen={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={160} aria-label={TEXTER.laddar} />;

  const svarar = (namn: string) => (svar: Svar) =>
    gor.mutate({ gor: () => svara(handling.id, svar), sagt: TEXTER.duSa(svar, namn) });
  return (
    <Stack>
      <p ref={laget} tabIndex={-1}>
        {lageOrd(data, handling)}
      </p>
      {data.grupper.length > 0 && (
        <ul className="lista">
          {data.grupper.map((grupp) => (
            <Grupprad
              key={grupp.id}
              grupp={grupp}
              pagar={gor.isPending}
              svara={svarar(grupp.namn)}
              taUr={(lamnar) =>
                sattFraga({
                  fraga: lamnar ? TEXTER.lamnaFraga : TEXTER.taUrFraga(grupp.namn),
                  knapp: lamnar ? TEXTER.lamna : TEXTER.taUr(grupp.namn),
                  gor: () => taUr(handling.id, grupp.id),
                  sagt: lamnar ? TEXTER.lamnat : TEXTER.urtagen(grupp.namn),
                  lamnar,
                })
              }
            />
          ))}
        </ul>
      )}
      {data.farForesla && fraga === null && (
        <Grupval handling={handling} mojliga={data.mojliga} fler={data.lage === 'gemensamt'} />
      )}
      {data.farAvsluta && fraga === null && (
        <div className={styles.knappar}>
          {data.lage === 'gemensamt' ? (
            <Button
              variant="default"
              onClick={() =>
                sattFraga({
                  fraga: TEXTER.avslutaFraga,
                  knapp: TEXTER.avsluta,
                  gor: () => avsluta(handling.id),
                  sagt: TEXTER.avslutat,
                })
              }
            >
              {TEXTER.avsluta}
            </Button>
          ) : (
            <Button
              variant="default"
              loading={gor.isPending}
              onClick={() => gor.mutate({ gor: () => avsluta(handling.id), sagt: TEXTER.draget })}
            >
              {TEXTER.dra}
            </Button>
          )}
        </div>
      )}
      {fraga && (
        <section className={styles.bekrafta} aria-label={fraga.knapp}>
          <p>{fraga.fraga}</p>
          <div className={styles.knappar}>
            <Button ref={fokusera} loading={gor.isPending} onClick={() => gor.mutate(fraga)}>
              {fraga.knapp}
            </Button>
            <Button variant="default" onClick={() => sattFraga(null)}>
              {TEXTER.avbryt}
            </Button>
          </div>
        </section>
      )}
      {gor.error && <Felruta fel={gor.error} />}
    </Stack>
  );
}

function lageOrd({ lage, foreslaget, grupper }: Samarbete, { agare }: Handling): string {
  const av = foreslaget?.av ?? '';
  const tid = foreslaget === null ? '' : kortTid(foreslaget.tid, new Date());
  switch (lage) {
    case 'inget':
      return TEXTER.ensam(agare.namn);
    case 'foreslaget':
      return TEXTER.foreslaget(av, tid);
    case 'avbojt':
      return TEXTER.avbojt(gruppnamn(grupper.filter(({ svar }) => svar === 'nej')));
    case 'gemensamt':
      return TEXTER.gemensamt(gruppnamn(grupper));
    case 'utokas': {
      const [med, nya] = [grupper.filter(({ sedan }) => sedan !== null), grupper.filter(({ sedan }) => sedan === null)];
      return TEXTER.utokas(gruppnamn(med), gruppnamn(nya), av, tid);
    }
  }
}
