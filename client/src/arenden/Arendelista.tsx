import { Button, Skeleton, TextInput, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Arende } from '@samskrift/shared';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { kortTid } from '../app/datum.ts';
import { Felruta } from '../app/Felruta.tsx';
import { Sida } from '../app/Sida.tsx';
import { filtrera } from './filtrera.ts';
import { arendenFraga } from './fragor.ts';
import { NyttArendeDialog } from './NyttArendeDialog.tsx';
import styles from './Rader.module.css';
import { TEXTER } from './texter.ts';

/** The start page: every ärende the person may see. */
export function Arendelista() {
  const { sok = '' } = useSearch({ from: '/inloggad/ram/' });
  const navigate = useNavigate({ from: '/' });
  const arenden = useQuery(arendenFraga);
  const [nytt, dialog] = useDisclosure(false);
  const sattSok = (text: string) =>
    void navigate({ search: text === '' ? {} : { sok: text }, replace: true, resetScroll: false });

  return (
    <Sida
      rubrik={TEXTER.rubrik}
      handlingar={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={dialog.open} disabled={!arenden.data}>
          {TEXTER.nyttArende}
        </Button>
      }
    >
      <TextInput
        type="search"
        value={sok}
        onChange={(handelse) => sattSok(handelse.currentTarget.value)}
        aria-label={TEXTER.sok}
        placeholder={TEXTER.sok}
        leftSection={<IconSearch size={18} aria-hidden />}
        mb="lg"
      />
      {arenden.data && arenden.error && <p className="besked">{TEXTER.utanNat}</p>}
      {arenden.data ? (
        <Lista arenden={arenden.data} sok={sok} visaAlla={() => sattSok('')} />
      ) : arenden.error ? (
        <Felruta fel={arenden.error} forsokIgen={() => void arenden.refetch()} />
      ) : (
        <Skeleton height={320} aria-label={TEXTER.hamtar} />
      )}
      {arenden.data && <NyttArendeDialog oppen={nytt} stang={dialog.close} arenden={arenden.data} />}
    </Sida>
  );
}

interface ListaProps {
  readonly arenden: readonly Arende[];
  readonly sok: string;
  readonly visaAlla: () => void;
}

function Lista({ arenden, sok, visaAlla }: ListaProps) {
  const traffar = filtrera(arenden, sok);
  const nu = new Date();
  return (
    <>
      <VisuallyHidden role="status">{sok === '' ? '' : TEXTER.traffar(traffar.length)}</VisuallyHidden>
      {traffar.length === 0 ? (
        <div className="ark tom">
          <p>{arenden.length === 0 ? TEXTER.inga : TEXTER.ingaTraffar(sok)}</p>
          {arenden.length > 0 && (
            <Button variant="default" onClick={visaAlla}>
              {TEXTER.visaAlla}
            </Button>
          )}
        </div>
      ) : (
        <ul className="ark lista">
          {traffar.map((arende) => (
            <li key={arende.id} className={styles.rad}>
              <Link to="/arenden/$id" params={{ id: arende.id }} className={styles.titel}>
                {arende.titel}
              </Link>
              <p className={styles.om}>
                <span className={styles.dnr}>{arende.dnr}</span>
                <span>{arende.namnd.namn}</span>
                <span>{TEXTER.antalHandlingar(arende.handlingar)}</span>
                <time dateTime={arende.andrad}>{TEXTER.andrad(kortTid(arende.andrad, nu))}</time>
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
