import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Handling, Slaktskap } from '@samskrift/shared';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { tidpunkt } from '../app/datum.ts';
import { useOppenText } from '../handling/platser.tsx';
import { slaktskapFraga } from './fragor.ts';
import styles from './Kopior.module.css';
import { TEXTER } from './texter.ts';

const SkillnadDialog = lazy(async () => ({ default: (await import('./SkillnadDialog.tsx')).SkillnadDialog }));

/** Over a text that comes from another, and over one that others come from; nothing over any other. */
export function Slaktband({ handling }: { readonly handling: Handling }) {
  const { data } = useQuery(slaktskapFraga(handling.id));
  if (data === undefined || (data.ursprung === null && data.kopior.length === 0)) return null;
  return (
    <section className={styles.band} aria-label={TEXTER.slaktskap}>
      {data.ursprung && <Ursprung id={handling.id} ursprung={data.ursprung} />}
      {data.kopior.length > 0 && <Kopior kopior={data.kopior} />}
    </section>
  );
}

function Ursprung({ id, ursprung }: { readonly id: string; readonly ursprung: NonNullable<Slaktskap['ursprung']> }) {
  const [oppen, dialog] = useDisclosure(false);
  const session = useOppenText();
  const { moder, tid } = ursprung;
  return (
    <>
      <p className={styles.rad}>
        <span>
          {moder === null ? (
            TEXTER.franKansliet
          ) : (
            <>
              {TEXTER.franText(moder.namnd)}{' '}
              <Link to="/handlingar/$id" params={{ id: moder.handlingId }}>
                {moder.arende.dnr} {moder.arende.titel}
              </Link>
            </>
          )}
          , {TEXTER.tid(tidpunkt(tid))}
        </span>
        {session && (
          <Button variant="subtle" onClick={dialog.open}>
            {TEXTER.visa}
          </Button>
        )}
      </p>
      {session && oppen && (
        <Suspense>
          <SkillnadDialog id={id} doc={session.doc} stang={dialog.close} />
        </Suspense>
      )}
    </>
  );
}

function Kopior({ kopior }: Pick<Slaktskap, 'kopior'>) {
  return (
    <details>
      <summary>{TEXTER.kopior(kopior.length)}</summary>
      <table className={styles.tabell}>
        <caption className="bara-upplast">{TEXTER.kopiornaOrd}</caption>
        <thead>
          <tr>
            <th scope="col">{TEXTER.namnd}</th>
            <th scope="col">{TEXTER.arendet}</th>
            <th scope="col">{TEXTER.skiljer}</th>
          </tr>
        </thead>
        <tbody>
          {kopior.map(({ handlingId, namnd, arende, skiljer }) => (
            <tr key={handlingId}>
              <td>{namnd}</td>
              <td>
                <Link to="/handlingar/$id" params={{ id: handlingId }}>
                  {arende.dnr} {arende.titel}
                </Link>
              </td>
              <td>{skiljer ? TEXTER.ja : TEXTER.nej}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
