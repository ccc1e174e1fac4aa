import { Button } from '@mantine/core';
import type { Samarbete, Svar } from '@samskrift/shared';
import { useSuspenseQuery } from '@tanstack/react-query';
import { kortTid } from '../app/datum.ts';
import { migFraga } from '../konto/mig.ts';
import styles from './Samarbete.module.css';
import { TEXTER } from './texter.ts';

interface GrupradProps {
  readonly grupp: Samarbete['grupper'][number];
  readonly pagar: boolean;
  readonly svara: (svar: Svar) => void;
  /** @param lamnar whether it is the person's own group. */
  readonly taUr: (lamnar: boolean) => void;
}

/** One group that has been asked: what it has answered, and what the person can do about it. */
export function Grupprad({ grupp, pagar, svara, taUr }: GrupradProps) {
  const { data: mig } = useSuspenseQuery(migFraga);
  const { id, namn, svar, svaradAv, svarad, gruppledare } = grupp;
  const min = mig.uppdrag.some((en) => en.organTyp === 'partigrupp' && en.organId === id);
  return (
    <li className={styles.grupp}>
      <div>
        <p>
          <strong>{namn}</strong>
        </p>
        <p className="dampad liten">
          {svar === null
            ? TEXTER.vantar(gruppledare)
            : TEXTER.svarat(svar, svaradAv ?? '', kortTid(svarad ?? '', new Date()))}
        </p>
      </div>
      <div className={styles.knappar}>
        {grupp.farSvara && (
          <>
            <Button disabled={pagar} aria-label={TEXTER.jaFor(namn)} onClick={() => svara('ja')}>
              {TEXTER.ja}
            </Button>
            <Button variant="default" disabled={pagar} aria-label={TEXTER.nejFor(namn)} onClick={() => svara('nej')}>
              {TEXTER.nej}
            </Button>
          </>
        )}
        {grupp.farTaUr && (
          <Button variant="default" disabled={pagar} onClick={() => taUr(min)}>
            {min ? TEXTER.lamna : TEXTER.taUr(namn)}
          </Button>
        )}
      </div>
    </li>
  );
}
