import { Skeleton } from '@mantine/core';
import type { Handling } from '@samskrift/shared';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ApiFel } from '../api.ts';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { Sidrubrik, Titel } from '../app/Sida.tsx';
import { Editor } from '../editor/Editor.tsx';
import { Inlamningsband } from '../inlamning/Inlamningsband.tsx';
import { migFraga } from '../konto/mig.ts';
import { Slaktband } from '../kopior/Slaktband.tsx';
import { handlingFraga } from './fragor.ts';
import styles from './Handlingssida.module.css';
import { PlatserProvider } from './platser.tsx';
import { Sigillband } from './Sigillband.tsx';
import { Topprad } from './Topprad.tsx';
import { TEXTER } from './texter.ts';

/** A handling: its top bar, its seal when it has one, and its text. */
export function Handlingssida() {
  const { id } = useParams({ from: '/inloggad/handlingar/$id' });
  const fraga = useQuery(handlingFraga(id));
  const borta = fraga.error instanceof ApiFel && fraga.error.status === 404;

  if (fraga.data !== undefined && !borta) return <Oppen key={id} handling={fraga.data} />;
  if (fraga.error === null) return <Vantar />;
  if (borta) return <Borta harSett={fraga.data !== undefined} />;
  return (
    <main id="innehall" className="ensamsida">
      <Titel text={TEXTER.kunde} />
      <Sidrubrik>{TEXTER.kunde}</Sidrubrik>
      <Felruta fel={fraga.error} forsokIgen={() => void fraga.refetch()} />
      <p>
        <Link to="/">{TEXTER.tillArendena}</Link>
      </p>
    </main>
  );
}

/** There is no such handling for this person: there never was, or the right to it has been taken, perhaps in mid-sentence. */
function Borta({ harSett }: { readonly harSett: boolean }) {
  const { sidbyten, stadning } = useApp();
  const { id } = useSuspenseQuery(migFraga).data;
  useEffect(() => {
    if (harSett) sidbyten.sidanVande();
  }, [harSett, sidbyten]);
  // What took this right may have taken others, and a session that ended before it was told has left its copy.
  useEffect(() => void stadning.stada(id), [id, stadning]);
  const rubrik = harSett ? TEXTER.tagen : TEXTER.saknas;
  return (
    <main id="innehall" className="ensamsida">
      <Titel text={rubrik} />
      <Sidrubrik>{rubrik}</Sidrubrik>
      {(harSett ? TEXTER.tagenText : [TEXTER.saknasText]).map((stycke) => (
        <p key={stycke}>{stycke}</p>
      ))}
      <p>
        <Link to="/">{TEXTER.tillArendena}</Link>
      </p>
    </main>
  );
}

function Oppen({ handling }: { readonly handling: Handling }) {
  const { data: mig } = useSuspenseQuery(migFraga);
  return (
    <PlatserProvider>
      <Titel text={handling.titel} />
      <div className={styles.sida}>
        <Topprad handling={handling} />
        <main id="innehall" className={styles.innehall}>
          {handling.sigill && <Sigillband sigill={handling.sigill} />}
          <Inlamningsband handling={handling} />
          {handling.agare.typ === 'partigrupp' && <Slaktband handling={handling} />}
          <Editor handling={handling} mig={mig} />
        </main>
      </div>
    </PlatserProvider>
  );
}

function Vantar() {
  return (
    <div className={styles.sida}>
      <Titel text={TEXTER.hamtar} />
      <div className={styles.tomtopp} />
      <main id="innehall" className={styles.innehall}>
        <TomtArk />
      </main>
    </div>
  );
}

/** The paper before its text, of the paper's own measures so that nothing jumps. */
function TomtArk() {
  return (
    <div className={`ark ${styles.tomtark}`} role="status" aria-label={TEXTER.hamtar}>
      {['60%', '96%', '92%', '97%', '70%'].map((bredd) => (
        <Skeleton key={bredd} height={14} width={bredd} />
      ))}
    </div>
  );
}
