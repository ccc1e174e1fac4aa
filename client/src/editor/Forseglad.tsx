import { Button } from '@mantine/core';
import type { Handling, Mig } from '@samskrift/shared';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { tidpunkt } from '../app/datum.ts';
import { useMeddela } from '../app/liveregion.tsx';
import { openSealed } from '../sync/sealed-state.ts';
import type { HandlingSession } from '../sync/session.ts';
import styles from './Forseglad.module.css';
import { SenaAndringar } from './SenaAndringar.tsx';
import { Skrivyta } from './Skrivyta.tsx';
import { SENTEXTER, TEXTER } from './texter.ts';

interface ForsegladProps {
  readonly handling: Handling;
  readonly mig: Mig;
  /** The session where the page was open when the seal came. */
  readonly live?: Pick<HandlingSession, 'doc' | 'dirty' | 'forget'>;
  readonly by?: { readonly person: string; readonly time: string } | null;
}

/** A sealed text, exactly as sealed; and, to the person who was late, what did not come with it. */
export function Forseglad({ handling, mig, live, by }: ForsegladProps) {
  const [late, setLate] = useState(true);
  // Nobody's name comes with a seal whose words cannot be read; the handling says so itself.
  const known = by?.person ? by : null;
  const text = useQuery({
    queryKey: ['forseglad', handling.id, mig.id],
    queryFn: () => openSealed(mig.id, handling.id, live ?? null),
    networkMode: 'always',
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  const say = useMeddela();
  useEffect(() => {
    if (known) say(TEXTER.forseglades(known.person));
  }, [known, say]);

  return (
    <>
      {known && handling.sigill === null && (
        <p className={`besked ${styles.band}`}>{SENTEXTER.last(known.person, tidpunkt(known.time))}</p>
      )}
      {text.data?.merged && late && (
        <SenaAndringar
          handling={handling}
          mig={mig}
          sealed={text.data.sealed}
          merged={text.data.merged}
          live={live ?? null}
          forgotten={() => setLate(false)}
        />
      )}
      {text.data === undefined ? (
        <div className={styles.vantar} role="status">
          {text.isError ? SENTEXTER.kunde : SENTEXTER.hamtar}
          {text.isError && (
            <Button variant="default" onClick={() => void text.refetch()}>
              {SENTEXTER.forsok}
            </Button>
          )}
        </div>
      ) : (
        <Skrivyta doc={text.data.sealed} awareness={null} editable={false} handling={handling} mig={mig} />
      )}
    </>
  );
}
