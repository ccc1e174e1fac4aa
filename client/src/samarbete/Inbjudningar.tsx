import { Button } from '@mantine/core';
import type { Inbjudan, Svar } from '@samskrift/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { kortTid } from '../app/datum.ts';
import { Felruta } from '../app/Felruta.tsx';
import { fokusera } from '../app/fokusera.ts';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import { TYPNAMN } from '../arenden/texter.ts';
import { inbjudningarFraga, svara } from './fragor.ts';
import styles from './Samarbete.module.css';
import { TEXTER } from './texter.ts';

interface Besvarad {
  readonly inbjudan: Inbjudan;
  readonly svar: Svar;
}

/** The same group can be asked about the same text again. */
const nyckel = ({ handlingId, grupp, tid }: Inbjudan) => `${handlingId} ${grupp.id} ${tid}`;

/**
 * What a gruppledare is asked, in all ärenden or in one; nothing at all for everybody else. What was answered here stays in its
 * place.
 */
export function Inbjudningar({ arendeId }: { readonly arendeId?: string }) {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  const { data = [] } = useQuery(inbjudningarFraga);
  const [besvarade, sattBesvarade] = useState<readonly Besvarad[]>([]);
  const svar = useMutation({
    mutationFn: (en: Besvarad) => svara(en.inbjudan.handlingId, en.svar),
    onSuccess: async (_, en) => {
      sattBesvarade((nu) => [...nu, en]);
      meddela(TEXTER.duSa(en.svar, en.inbjudan.grupp.namn));
      await Promise.all(
        [inbjudningarFraga.queryKey, ['arenden'], ['arende'], ['handling', en.inbjudan.handlingId]].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
  const redan = new Set(besvarade.map(({ inbjudan }) => nyckel(inbjudan)));
  const vantar = data.filter((en) => !redan.has(nyckel(en)) && (arendeId ?? en.arende.id) === en.arende.id);
  if (vantar.length + besvarade.length === 0) return null;
  return (
    <section className={styles.inbjudningar} aria-labelledby="inbjudningar">
      <h2 id="inbjudningar">{TEXTER.inbjudan}</h2>
      {svar.error && <Felruta fel={svar.error} />}
      <ul className="ark lista">
        {besvarade.map(({ inbjudan, svar: sagt }) => (
          <li key={nyckel(inbjudan)}>
            <p className={styles.besvarad} tabIndex={-1} ref={fokusera}>
              <strong>{vad(inbjudan)}.</strong> {TEXTER.besvarad[sagt]}
            </p>
          </li>
        ))}
        {vantar.map((inbjudan) => (
          <En
            key={nyckel(inbjudan)}
            inbjudan={inbjudan}
            pagar={svar.isPending}
            svara={(sagt) => svar.mutate({ inbjudan, svar: sagt })}
          />
        ))}
      </ul>
    </section>
  );
}

interface EnProps {
  readonly inbjudan: Inbjudan;
  readonly pagar: boolean;
  readonly svara: (svar: Svar) => void;
}

function En({ inbjudan, pagar, svara: svarar }: EnProps) {
  const { handlingId, grupp, fran, med, nya, av, tid, typ, arende } = inbjudan;
  const deras = grupp.id === fran.id || nya !== null;
  return (
    <li className={styles.inbjudan}>
      <div>
        <p className={styles.vill}>{vad(inbjudan)}</p>
        <p className={styles.om}>
          <span>{TYPNAMN[typ]}</span>
          <Link to="/arenden/$id" params={{ id: arende.id }}>
            {arende.dnr} {arende.titel}
          </Link>
          {(nya !== null || (!deras && med !== fran.namn)) && <span>{TEXTER.med(med)}</span>}
          <span>{TEXTER.fragatAv(av, kortTid(tid, new Date()))}</span>
          {deras ? (
            <Link to="/handlingar/$id" params={{ id: handlingId }}>
              {TEXTER.tillTexten}
            </Link>
          ) : (
            <span>{TEXTER.serSedan}</span>
          )}
        </p>
      </div>
      <div className={styles.knappar}>
        <Button disabled={pagar} aria-label={TEXTER.jaFor(grupp.namn)} onClick={() => svarar('ja')}>
          {TEXTER.ja}
        </Button>
        <Button variant="default" disabled={pagar} aria-label={TEXTER.nejFor(grupp.namn)} onClick={() => svarar('nej')}>
          {TEXTER.nej}
        </Button>
      </div>
    </li>
  );
}

function vad({ grupp, fran, med, nya }: Inbjudan): string {
  if (nya !== null) return TEXTER.blirMed(nya);
  return grupp.id === fran.id ? TEXTER.egen(grupp.namn, med) : TEXTER.vill(fran.namn, grupp.namn);
}
