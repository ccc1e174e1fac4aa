import { Button, Skeleton } from '@mantine/core';
import type { Kontroll } from '@samskrift/shared';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { parseResponse } from 'hono/client';
import { api } from '../api.ts';
import { Felruta } from '../app/Felruta.tsx';
import { Sida } from '../app/Sida.tsx';
import styles from './Kontrollsida.module.css';
import { TEXTER } from './texter.ts';

/** Never remembered: a proof that was read some other day is none. */
const kontrollFraga = queryOptions({
  queryKey: ['kontroll'],
  queryFn: ({ signal }) => parseResponse(api.kontroll.$get({}, { init: { signal } })),
  staleTime: 0,
  gcTime: 0,
});

/** Recomputes every nämnd's chain and names what does not hold. */
export function Kontrollsida() {
  const fraga = useQuery(kontrollFraga);
  const { data: kedjor, error: fel, isFetching: raknar } = fraga;
  const haller = kedjor?.every((kedja) => kedja.fel.length === 0);
  return (
    <Sida
      rubrik={TEXTER.rubrik}
      handlingar={
        <Button variant="default" loading={raknar} onClick={() => void fraga.refetch()}>
          {TEXTER.kontrolleraIgen}
        </Button>
      }
    >
      <p className={styles.ingress}>{TEXTER.ingress}</p>
      <p role="status" className="bara-upplast">
        {raknar ? TEXTER.raknar : haller === undefined ? '' : haller ? TEXTER.allaHaller : TEXTER.nagonHallerInte}
      </p>
      {fel ? (
        <Felruta fel={fel} forsokIgen={() => void fraga.refetch()} />
      ) : kedjor === undefined ? (
        <Skeleton height={200} aria-label={TEXTER.raknar} />
      ) : kedjor.length === 0 ? (
        <div className="ark tom">{TEXTER.inga}</div>
      ) : (
        kedjor.map((kedja) => <Kedja key={kedja.namnd.id} kedja={kedja} />)
      )}
    </Sida>
  );
}

function Kedja({ kedja }: { readonly kedja: Kontroll }) {
  const haller = kedja.fel.length === 0;
  return (
    <section className={`ark ${styles.kedja}`}>
      <div className={styles.huvud}>
        <h2>{kedja.namnd.namn}</h2>
        <p className={haller ? styles.haller : styles.hallerInte}>
          {haller ? <IconCircleCheck aria-hidden size={20} /> : <IconAlertTriangle aria-hidden size={20} />}
          {haller ? TEXTER.haller : TEXTER.hallerInte}
        </p>
      </div>
      <p className="dampad">{kedja.antal === 0 ? TEXTER.tom : TEXTER.antal(kedja.antal)}</p>
      {kedja.sista && (
        <p className={styles.summa}>
          <span className="dampad liten">{TEXTER.sista}</span> <code>{kedja.sista}</code>
        </p>
      )}
      {!haller && (
        <div className={styles.fel}>
          <h3>{TEXTER.felrubrik(kedja.fel.length)}</h3>
          <ul>
            {kedja.fel.map((ett) => (
              <li key={`${ett.nr} ${ett.vad}`}>
                <strong>{TEXTER.post(ett.nr)}</strong>{' '}
                {ett.handlingId === null ? (
                  ett.titel
                ) : (
                  <Link to="/handlingar/$id" params={{ id: ett.handlingId }}>
                    {ett.titel}
                  </Link>
                )}
                : {ett.vad}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
