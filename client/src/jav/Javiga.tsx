import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ArendeMedHandlingar } from '@samskrift/shared';
import { useSuspenseQuery } from '@tanstack/react-query';
import { migFraga } from '../konto/mig.ts';
import styles from './Jav.module.css';
import { JavDialog } from './JavDialog.tsx';
import { TEXTER } from './texter.ts';

/** Who is disqualified in the ärende, and the way to report it. */
export function Javiga({ arende }: { readonly arende: ArendeMedHandlingar }) {
  const { data: jag } = useSuspenseQuery(migFraga);
  const [oppen, dialog] = useDisclosure(false);
  const namn = arende.javiga.map((en) => en.namn).join(', ');
  return (
    <>
      {arende.javiga.some((en) => en.id === jag.id) && (
        <p className={`besked ${styles.duArJavig}`}>{TEXTER.duArJavig}</p>
      )}
      <p className={styles.javiga}>
        {namn !== '' && (
          <span>
            <span className="dampad">{TEXTER.javiga}:</span> {namn}
          </span>
        )}
        <Button variant="subtle" size="compact-sm" onClick={dialog.open}>
          {TEXTER.oppna}
        </Button>
      </p>
      <JavDialog oppen={oppen} stang={dialog.close} arende={arende} />
    </>
  );
}
