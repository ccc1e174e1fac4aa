import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { gruppnamn, type Handling } from '@samskrift/shared';
import { IconChevronLeft, IconFileImport, IconLock, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { kortTid } from '../app/datum.ts';
import { Felruta } from '../app/Felruta.tsx';
import { Sida } from '../app/Sida.tsx';
import { Lagesord } from '../inlamning/Lagesord.tsx';
import { Javiga } from '../jav/Javiga.tsx';
import { Inbjudningar } from '../samarbete/Inbjudningar.tsx';
import { AndraArendeDialog } from './AndraArendeDialog.tsx';
import { Uppgifter } from './Arendeuppgifter.tsx';
import { arendeFraga } from './fragor.ts';
import { NyHandlingDialog } from './NyHandlingDialog.tsx';
import styles from './Rader.module.css';
import { Tidslinje } from './Tidslinje.tsx';
import { TEXTER, TYPNAMN } from './texter.ts';

/** One ärende: its handlingar, a new one, an import. */
export function Arendesida() {
  const { id } = useParams({ from: '/inloggad/ram/arenden/$id' });
  const fraga = useQuery(arendeFraga(id));
  const [ny, dialog] = useDisclosure(false);
  const [andra, andradialog] = useDisclosure(false);
  const arende = fraga.data;

  if (arende === undefined) {
    return (
      <Sida rubrik={fraga.error ? TEXTER.rubrik : TEXTER.hamtarArendet} over={<Tillbaka />}>
        {fraga.error ? (
          <Felruta fel={fraga.error} forsokIgen={() => void fraga.refetch()} />
        ) : (
          <Skeleton height={320} aria-label={TEXTER.hamtarArendet} />
        )}
      </Sida>
    );
  }
  const farSkapa = arende.mojligaAgare.length > 0;
  return (
    <Sida
      rubrik={arende.titel}
      over={<Tillbaka />}
      handlingar={
        farSkapa && (
          <div className={styles.knappar}>
            {arende.farAndra && (
              <Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={andradialog.open}>
                {TEXTER.andraArendet}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconFileImport size={18} aria-hidden />}
              renderRoot={(props) => <Link to="/arenden/$id/importera" params={{ id }} {...props} />}
            >
              {TEXTER.importera}
            </Button>
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={dialog.open}>
              {TEXTER.nyHandling}
            </Button>
          </div>
        )
      }
    >
      <p className={styles.om}>
        <span className={styles.dnr}>{arende.dnr}</span>
        <span>{arende.namnd.namn}</span>
      </p>
      <Uppgifter arende={arende} />
      <Javiga arende={arende} />
      <Inbjudningar key={arende.id} arendeId={arende.id} />
      {fraga.error && <p className="besked">{TEXTER.utanNat}</p>}
      <h2 className={styles.sektion}>{TEXTER.handlingar}</h2>
      {arende.lista.length === 0 ? (
        <div className="ark tom">{TEXTER.ingaHandlingar}</div>
      ) : (
        <ul className="ark lista">
          {arende.lista.map((handling) => (
            <Handlingsrad key={handling.id} handling={handling} />
          ))}
        </ul>
      )}
      <h2 className={styles.sektion}>{TEXTER.tidslinje}</h2>
      <Tidslinje arendeId={arende.id} />
      {arende.farAndra && <AndraArendeDialog oppen={andra} stang={andradialog.close} arende={arende} />}
      {farSkapa && <NyHandlingDialog oppen={ny} stang={dialog.close} arende={arende} />}
    </Sida>
  );
}

function Tillbaka() {
  return (
    <Link to="/" className="tillbaka">
      <IconChevronLeft size={18} aria-hidden />
      {TEXTER.tillbaka}
    </Link>
  );
}

function Handlingsrad({ handling }: { readonly handling: Handling }) {
  const nu = new Date();
  return (
    <li className={styles.rad}>
      <Link to="/handlingar/$id" params={{ id: handling.id }} className={styles.titel}>
        {handling.titel}
      </Link>
      <p className={styles.om}>
        {handling.nummer !== null && <span className={styles.dnr}>{handling.nummer}</span>}
        <span>{TYPNAMN[handling.typ]}</span>
        <span>{gruppnamn(handling.inlamning?.grupper ?? [handling.agare, ...handling.medgrupper])}</span>
        {handling.sigill === null && <Lagesord handling={handling} />}
        {handling.sigill ? (
          <span className={styles.justerad}>
            <IconLock size={15} aria-hidden />
            {'olasligt' in handling.sigill
              ? TEXTER.justeradOlasligt
              : TEXTER.justerad(kortTid(handling.sigill.tid, nu))}
          </span>
        ) : (
          <>
            <span>{TEXTER.skapad(kortTid(handling.skapad, nu), handling.skapadAv)}</span>
            {handling.ratt === 'lasa' && <span>{TEXTER.barLasa}</span>}
          </>
        )}
      </p>
    </li>
  );
}
