import { Skeleton, Stack } from '@mantine/core';
import { type Handling, ROLLNAMN, type Tillgang } from '@samskrift/shared';
import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { tillgangFraga } from './fragor.ts';
import styles from './Loggsida.module.css';
import { FAR, TEXTER } from './texter.ts';

interface TillgangDialogProps {
  readonly oppen: boolean;
  readonly stang: () => void;
  readonly handling: Handling;
}

/** Who may see the handling, what they may do, and why, in plain words. */
export function TillgangDialog({ oppen, stang, handling }: TillgangDialogProps) {
  return (
    <Dialog oppen={oppen} stang={stang} rubrik={TEXTER.tillgang} bred>
      <Innehall id={handling.id} lage={handling.lage} />
    </Dialog>
  );
}

function Innehall({ id, lage }: { readonly id: string; readonly lage: Handling['lage'] }) {
  const { data: personer, error: fel, refetch } = useQuery(tillgangFraga(id));
  if (fel) return <Felruta fel={fel} forsokIgen={() => void refetch()} />;
  if (personer === undefined) return <Skeleton height={160} aria-label={TEXTER.laddar} />;
  return (
    <Stack>
      <p className="dampad">
        {TEXTER.tillgangIngress} {TEXTER.lagetSager[lage]}
      </p>
      <ul className="lista">
        {personer.map((person) => (
          <li key={person.personId} className={styles.rad}>
            <p>
              <strong>{person.namn}</strong> {FAR[person.ratt]}
            </p>
            {person.skal.map((skal) => (
              <p key={skalOrd(skal)} className={styles.om}>
                {skalOrd(skal)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function skalOrd(skal: Tillgang['skal'][number]): string {
  if (skal.kalla === 'delning') return TEXTER.genomDelning;
  const genom = skal.kalla === 'medgrupp' ? TEXTER.genomMedgrupp : TEXTER.genomUppdrag;
  return genom(ROLLNAMN[skal.roll], skal.organ, skal.till);
}
