import { Skeleton } from '@mantine/core';
import type { Handling } from '@samskrift/shared';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { kortTid } from '../app/datum.ts';
import { Felruta } from '../app/Felruta.tsx';
import { Sida } from '../app/Sida.tsx';
import styles from '../arenden/Rader.module.css';
import { TYPNAMN } from '../arenden/texter.ts';
import { inkommetFraga } from './fragor.ts';
import { Lagesord } from './Lagesord.tsx';
import { TEXTER } from './texter.ts';

/** What has come in to the nämnd: what is still to be sent out, and the rest. */
export function Inkommetsida() {
  const fraga = useQuery(inkommetFraga);
  const { data: lista, error: fel } = fraga;
  return (
    <Sida rubrik={TEXTER.inkommet}>
      <p>{TEXTER.inkommetIngress}</p>
      {fel ? (
        <Felruta fel={fel} forsokIgen={() => void fraga.refetch()} />
      ) : lista === undefined ? (
        <Skeleton height={320} aria-label={TEXTER.inkommetHamtar} />
      ) : lista.length === 0 ? (
        <div className="ark tom">{TEXTER.inkommetInget}</div>
      ) : (
        <>
          <Del rubrik={TEXTER.inkommetVantar} lista={lista.filter(vantar)} />
          <Del rubrik={TEXTER.inkommetRest} lista={lista.filter((handling) => !vantar(handling))} />
        </>
      )}
    </Sida>
  );
}

function Del({ rubrik, lista }: { readonly rubrik: string; readonly lista: readonly Handling[] }) {
  return (
    <section aria-label={rubrik}>
      <h2 className={styles.sektion}>{rubrik}</h2>
      {lista.length === 0 ? (
        <div className="ark tom">{TEXTER.inkommetInga}</div>
      ) : (
        <ul className="ark lista">
          {lista.map((handling) => (
            <Rad key={handling.id} handling={handling} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Rad({ handling }: { readonly handling: Handling }) {
  const { inlamning, lageSedan, skapad, agare } = handling;
  const kom = inlamning?.tid ?? lageSedan ?? skapad;
  return (
    <li className={styles.rad}>
      <Link to="/handlingar/$id" params={{ id: handling.id }} className={styles.titel}>
        {handling.titel}
      </Link>
      <p className={styles.om}>
        <span className={styles.dnr}>{handling.nummer}</span>
        <span>{TYPNAMN[handling.typ]}</span>
        <span>{inlamning?.grupp.namn ?? agare.namn}</span>
        <Lagesord handling={handling} />
        <time dateTime={kom}>{TEXTER.kom(kortTid(kom, new Date()))}</time>
        <span>{handling.arendetitel}</span>
      </p>
    </li>
  );
}

function vantar({ lage, inlamning }: Handling): boolean {
  return lage === 'inlamnad' && (inlamning === null || inlamning.atertagen === null);
}
