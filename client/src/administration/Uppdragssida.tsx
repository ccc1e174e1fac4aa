import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  type Organisation,
  ROLLNAMN,
  sistaDag,
  UPPDRAGSORGAN,
  type Uppdragsorgan,
  type Uppdragsrad,
} from '@samskrift/shared';
import { IconChevronLeft, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Felruta } from '../app/Felruta.tsx';
import { Sida } from '../app/Sida.tsx';
import styles from './Administration.module.css';
import { organisationFraga, uppdragFraga } from './fragor.ts';
import { GeUppdragDialog } from './GeUppdragDialog.tsx';
import { Liten } from './Namndkort.tsx';
import { AvslutaDialog, SlutDialog } from './SlutDialoger.tsx';
import { TEXTER, UPPDRAG } from './texter.ts';

/** Who has an uppdrag in one organ: gives, changes the end of and ends them. */
export function Uppdragssida() {
  const { typ, id } = useParams({ from: '/inloggad/ram/administration/uppdrag/$typ/$id' });
  const organTyp = UPPDRAGSORGAN.find((ett) => ett === typ);
  const organisation = useQuery(organisationFraga);
  const organ = organTyp && organisation.data && organetsNamn(organisation.data, organTyp, id);
  const [oppen, dialog] = useDisclosure(false);
  return (
    <Sida
      rubrik={organ ? TEXTER.uppdragI(organ) : TEXTER.uppdrag}
      over={
        <Link to="/administration" className="tillbaka">
          <IconChevronLeft size={18} aria-hidden />
          {TEXTER.rubrik}
        </Link>
      }
      handlingar={
        organ && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={dialog.open}>
            {UPPDRAG.ge}
          </Button>
        )
      }
    >
      {organTyp && organ ? (
        <>
          <Uppdragslista organTyp={organTyp} organId={id} />
          <GeUppdragDialog oppen={oppen} stang={dialog.close} organTyp={organTyp} organId={id} />
        </>
      ) : organisation.error ? (
        <Felruta fel={organisation.error} forsokIgen={() => void organisation.refetch()} />
      ) : organisation.data ? (
        <p>{TEXTER.saknas}</p>
      ) : (
        <Skeleton height={240} aria-label={UPPDRAG.hamtar} />
      )}
    </Sida>
  );
}

function Uppdragslista({ organTyp, organId }: { readonly organTyp: Uppdragsorgan; readonly organId: string }) {
  const uppdrag = useQuery(uppdragFraga(organTyp, organId));
  const [medSlut, sattMedSlut] = useState<Uppdragsrad | null>(null);
  const [attAvsluta, sattAttAvsluta] = useState<Uppdragsrad | null>(null);
  if (uppdrag.data === undefined) {
    return uppdrag.error ? (
      <Felruta fel={uppdrag.error} forsokIgen={() => void uppdrag.refetch()} />
    ) : (
      <Skeleton height={240} aria-label={UPPDRAG.hamtar} />
    );
  }
  // The day as the rights have it: UTC.
  const idag = new Date().toISOString().slice(0, 10);
  const [tidigare, nu] = [true, false].map((slut) =>
    uppdrag.data.filter(({ till }) => (till !== null && till <= idag) === slut),
  );
  return (
    <>
      {uppdrag.data.length === 0 && <div className="ark tom">{UPPDRAG.inga}</div>}
      <Grupp rubrik={UPPDRAG.nu} rader={nu ?? []} idag={idag} andraSlut={sattMedSlut} avsluta={sattAttAvsluta} />
      <Grupp rubrik={UPPDRAG.tidigare} rader={tidigare ?? []} idag={idag} andraSlut={sattMedSlut} avsluta={null} />
      <SlutDialog rad={medSlut} stang={() => sattMedSlut(null)} />
      <AvslutaDialog rad={attAvsluta} idag={idag} stang={() => sattAttAvsluta(null)} />
    </>
  );
}

interface GruppProps {
  readonly rubrik: string;
  readonly rader: readonly Uppdragsrad[];
  readonly idag: string;
  readonly andraSlut: (rad: Uppdragsrad) => void;
  readonly avsluta: ((rad: Uppdragsrad) => void) | null;
}

function Grupp({ rubrik, rader, idag, andraSlut, avsluta }: GruppProps) {
  if (rader.length === 0) return null;
  return (
    <section aria-label={rubrik}>
      <div className={styles.sektion}>
        <h2>{rubrik}</h2>
      </div>
      <ul className="ark lista">
        {rader.map((rad) => (
          <li key={`${rad.personId} ${rad.roll} ${rad.fran}`} className={`${styles.rad} ${styles.uppdragsrad}`}>
            <span className={styles.namn}>
              <strong>{rad.namn}</strong>
              <span className="dampad liten">
                {ROLLNAMN[rad.roll]}, {nar(rad)}
                {rad.vantar && avsluta !== null && `, ${UPPDRAG.vantarPaJa}`}
              </span>
            </span>
            <span className={styles.knappar}>
              <Liten etikett={UPPDRAG.andraSlutFor(rad.namn)} text={UPPDRAG.andraSlut} vid={() => andraSlut(rad)} />
              {avsluta &&
                (rad.fran > idag ? (
                  <Liten etikett={UPPDRAG.taBortFor(rad.namn)} text={UPPDRAG.taBort} vid={() => avsluta(rad)} />
                ) : (
                  <Liten etikett={UPPDRAG.avslutaFor(rad.namn)} text={UPPDRAG.avsluta} vid={() => avsluta(rad)} />
                ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nar({ fran, till }: Uppdragsrad): string {
  if (till === null) return UPPDRAG.sedan(fran);
  return till <= fran ? UPPDRAG.aldrig : UPPDRAG.mellan(fran, sistaDag(till));
}

function organetsNamn({ namnder, partier }: Organisation, typ: Uppdragsorgan, id: string): string | undefined {
  const forvaltningar = namnder.flatMap((namnd) => namnd.forvaltningar);
  const lista: Readonly<Record<Uppdragsorgan, readonly { readonly id: string; readonly namn: string }[]>> = {
    namnd: namnder,
    forvaltning: forvaltningar,
    avdelning: forvaltningar.flatMap((forvaltning) =>
      forvaltning.avdelningar.map((en) => ({ id: en.id, namn: `${en.namn}, ${forvaltning.namn}` })),
    ),
    partigrupp: namnder.flatMap((namnd) =>
      namnd.partigrupper.map((grupp) => ({ id: grupp.id, namn: `${grupp.namn}, ${namnd.namn}` })),
    ),
    partikansli: partier.map((parti) => ({ id: parti.id, namn: TEXTER.partikansli(parti.namn) })),
  };
  return lista[typ].find((en) => en.id === id)?.namn;
}
