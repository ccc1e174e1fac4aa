import { Button, Skeleton } from '@mantine/core';
import { type Importforslag, importera, type Kodning } from '@samskrift/shared';
import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Felruta } from '../app/Felruta.tsx';
import { fokusera } from '../app/fokusera.ts';
import { useMeddela } from '../app/liveregion.tsx';
import { Sida } from '../app/Sida.tsx';
import { arendeFraga } from '../arenden/fragor.ts';
import { Granskning } from './Granskning.tsx';
import styles from './Importera.module.css';
import { Kalla } from './Kalla.tsx';
import { Lamna } from './Lamna.tsx';
import { Skapa } from './Skapa.tsx';
import { TEXTER } from './texter.ts';

interface Last {
  readonly original: string;
  readonly kodning: Kodning | null;
  readonly forslag: Importforslag;
}

/** Text from outside becomes a handling: read, shown beside what it becomes, and created when the person says so. */
export function Importsida() {
  const { id } = useParams({ from: '/inloggad/ram/arenden/$id/importera' });
  const fraga = useQuery(arendeFraga(id));
  const meddela = useMeddela();
  const [text, sattText] = useState('');
  const [last, sattLast] = useState<Last | null>(null);
  const [igen, sattIgen] = useState(false);
  const arende = fraga.data;

  const annan = () => {
    sattLast(null);
    sattIgen(true);
  };
  const vidText = (original: string, kodning: Kodning | null) => {
    const forslag = importera(original);
    sattLast({ original, kodning, forslag });
    meddela(TEXTER.antal(forslag.andringar.length));
  };

  return (
    <Sida
      rubrik={TEXTER.rubrik}
      over={
        <Link to="/arenden/$id" params={{ id }} className="tillbaka">
          <IconChevronLeft size={18} aria-hidden />
          {arende?.titel ?? TEXTER.tillbaka}
        </Link>
      }
      handlingar={
        last && (
          <Button variant="default" onClick={annan}>
            {TEXTER.annan}
          </Button>
        )
      }
    >
      {arende === undefined ? (
        fraga.error ? (
          <Felruta fel={fraga.error} forsokIgen={() => void fraga.refetch()} />
        ) : (
          <Skeleton height={320} aria-label={TEXTER.hamtar} />
        )
      ) : arende.mojligaAgare.length === 0 ? (
        <p>{TEXTER.farInte}</p>
      ) : last === null ? (
        <Kalla text={text} sattText={sattText} igen={igen} vidText={vidText} />
      ) : (
        <section ref={fokusera} tabIndex={-1} aria-label={TEXTER.granskning} className={styles.granskning}>
          <Granskning original={last.original} kodning={last.kodning} forslag={last.forslag} />
          <Skapa arende={arende} forslag={last.forslag} />
        </section>
      )}
      <Lamna osparat={last !== null || text.trim() !== ''} />
    </Sida>
  );
}
