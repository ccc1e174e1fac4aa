import { Button, Skeleton } from '@mantine/core';
import type { NamndMedOrgan, Organisation, Parti } from '@samskrift/shared';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Felruta } from '../app/Felruta.tsx';
import { Sida } from '../app/Sida.tsx';
import styles from './Administration.module.css';
import { organisationFraga, skapaNamnd } from './fragor.ts';
import { InstallningarDialog } from './InstallningarDialog.tsx';
import { NamnDialog, type Namngivning } from './NamnDialog.tsx';
import { Liten, Namndkort, TillUppdrag } from './Namndkort.tsx';
import { PartiDialog } from './PartiDialog.tsx';
import { PartigruppDialog } from './PartigruppDialog.tsx';
import { TEXTER } from './texter.ts';

/** The municipality on one page, for who sets it up. */
export function Administrationssida() {
  const fraga = useQuery(organisationFraga);
  return (
    <Sida
      rubrik={TEXTER.rubrik}
      handlingar={
        <Button
          variant="default"
          leftSection={<IconFileImport size={18} aria-hidden />}
          renderRoot={(props) => <Link to="/administration/forteckning" {...props} />}
        >
          {TEXTER.lasIn}
        </Button>
      }
    >
      <p className={styles.ingress}>{TEXTER.ingress}</p>
      {fraga.data ? (
        <Innehall organisation={fraga.data} />
      ) : fraga.error ? (
        <Felruta fel={fraga.error} forsokIgen={() => void fraga.refetch()} />
      ) : (
        <Skeleton height={320} aria-label={TEXTER.hamtar} />
      )}
    </Sida>
  );
}

function Innehall({ organisation: { namnder, partier } }: { readonly organisation: Organisation }) {
  const [namngivning, namnge] = useState<Namngivning | null>(null);
  const [parti, sattParti] = useState<Parti | 'nytt' | null>(null);
  const [medGrupp, sattMedGrupp] = useState<NamndMedOrgan | null>(null);
  const [medInstallningar, sattMedInstallningar] = useState<NamndMedOrgan | null>(null);
  return (
    <>
      <div className={styles.sektion}>
        <h2>{TEXTER.namnder}</h2>
        <Button
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => namnge({ rubrik: TEXTER.nyNamnd, namn: '', spara: skapaNamnd })}
        >
          {TEXTER.nyNamnd}
        </Button>
      </div>
      {namnder.length === 0 && <div className="ark tom">{TEXTER.ingaNamnder}</div>}
      {namnder.map((namnd) => (
        <Namndkort
          key={namnd.id}
          namnd={namnd}
          partier={partier}
          namnge={namnge}
          nyPartigrupp={() => sattMedGrupp(namnd)}
          installningar={() => sattMedInstallningar(namnd)}
        />
      ))}
      <div className={styles.sektion}>
        <h2>{TEXTER.partier}</h2>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => sattParti('nytt')}>
          {TEXTER.nyttParti}
        </Button>
      </div>
      {partier.length === 0 ? (
        <div className="ark tom">{TEXTER.ingaPartier}</div>
      ) : (
        <ul className={`ark lista ${styles.kort}`}>
          {partier.map((ett) => (
            <li key={ett.id} className={styles.rad}>
              <span className={styles.namn}>
                {ett.namn} ({ett.forkortning})
              </span>
              <span className={styles.knappar}>
                <TillUppdrag typ="partikansli" id={ett.id} namn={ett.namn} text={TEXTER.partikansliLank} />
                <Liten etikett={TEXTER.andraParti(ett.namn)} text={TEXTER.andra} vid={() => sattParti(ett)} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <NamnDialog namngivning={namngivning} stang={() => namnge(null)} />
      <PartiDialog parti={parti} stang={() => sattParti(null)} />
      <PartigruppDialog namnd={medGrupp} partier={partier} stang={() => sattMedGrupp(null)} />
      <InstallningarDialog namnd={medInstallningar} stang={() => sattMedInstallningar(null)} />
    </>
  );
}
