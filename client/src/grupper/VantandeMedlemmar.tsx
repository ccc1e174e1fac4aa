import { Button } from '@mantine/core';
import type { Gruppsvar, Vantande } from '@samskrift/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import { svara, vantandeFraga } from './fragor.ts';
import { TEXTER } from './texter.ts';
import styles from './VantandeMedlemmar.module.css';

/** Who waits for this person's yes; nothing at all where nobody does. */
export function VantandeMedlemmar() {
  const { data } = useQuery(vantandeFraga);
  const vantande = data?.fragade ?? [];
  const { queryClient } = useApp();
  const meddela = useMeddela();
  const rubrik = useRef<HTMLHeadingElement>(null);
  const svar = useMutation({
    mutationFn: ({ rad, ja }: { readonly rad: Vantande; readonly ja: Gruppsvar['svar'] }) => {
      const { personId, roll, organTyp, organId, fran } = rad;
      return svara({ personId, roll, organTyp, organId, fran, svar: ja });
    },
    onSuccess: (kvar, { rad, ja }) => {
      // The button that had the focus goes with its row.
      rubrik.current?.focus();
      queryClient.setQueryData(vantandeFraga.queryKey, kvar);
      meddela(ja === 'ja' ? TEXTER.sagtJa(rad.namn) : TEXTER.sagtNej(rad.namn));
    },
  });
  if (vantande.length === 0) return null;
  return (
    <section className={`ark ${styles.ruta}`} aria-labelledby="vantande">
      <h2 id="vantande" ref={rubrik} tabIndex={-1}>
        {TEXTER.rubrik}
      </h2>
      <p className="dampad">{TEXTER.forklaring}</p>
      {svar.error && <Felruta fel={svar.error} />}
      <ul className={styles.lista}>
        {vantande.map((rad) => (
          <li key={`${rad.personId} ${rad.roll} ${rad.organId} ${rad.fran}`} className={styles.rad}>
            <span className={styles.vem}>
              <strong>{rad.namn}</strong>
              <span className="dampad liten">{TEXTER.rad(rad)}</span>
              <span className="dampad liten">{rad.epost}</span>
              {rad.skal === 'konto' && <span className="liten">{TEXTER.varMed}</span>}
              {rad.vagAndrad && <span className="liten">{TEXTER.vagAndrad}</span>}
            </span>
            <span className={styles.knappar}>
              <Button
                size="sm"
                aria-label={TEXTER.jaTill(rad.namn)}
                loading={svar.isPending}
                onClick={() => svar.mutate({ rad, ja: 'ja' })}
              >
                {TEXTER.ja}
              </Button>
              <Button
                size="sm"
                variant="default"
                aria-label={TEXTER.nejTill(rad.namn)}
                loading={svar.isPending}
                onClick={() => svar.mutate({ rad, ja: 'nej' })}
              >
                {TEXTER.nej}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
