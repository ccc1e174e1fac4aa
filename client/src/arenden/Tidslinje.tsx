import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { tidpunkt } from '../app/datum.ts';
import { Felruta } from '../app/Felruta.tsx';
import { tidslinjeFraga } from './fragor.ts';
import { handelsetext } from './handelsetext.ts';
import styles from './Tidslinje.module.css';
import { TEXTER } from './texter.ts';

/** What has happened in the ärende, newest last. */
export function Tidslinje({ arendeId }: { readonly arendeId: string }) {
  const fraga = useQuery(tidslinjeFraga(arendeId));
  if (fraga.data === undefined)
    return fraga.error ? (
      <Felruta fel={fraga.error} forsokIgen={() => void fraga.refetch()} />
    ) : (
      <Skeleton height={120} aria-label={TEXTER.hamtarTidslinjen} />
    );
  return (
    <ol className={styles.tidslinje}>
      {fraga.data.map((handelse) => (
        <li key={`${handelse.tid} ${handelsetext(handelse)}`}>
          <time dateTime={handelse.tid}>{tidpunkt(handelse.tid)}</time>
          <span>{handelsetext(handelse)}</span>
        </li>
      ))}
    </ol>
  );
}
