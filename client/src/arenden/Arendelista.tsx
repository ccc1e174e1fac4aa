import { Button, Skeleton, TextInput, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type Arende, SOK_TECKEN } from '@samskrift/shared';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { kortTid } from '../app/datum.ts';
import { Felruta } from '../app/Felruta.tsx';
import { Sida } from '../app/Sida.tsx';
import { VantandeMedlemmar } from '../grupper/VantandeMedlemmar.tsx';
import { VantarPa } from '../grupper/VantarPa.tsx';
import { migFraga } from '../konto/mig.ts';
import { Inbjudningar } from '../samarbete/Inbjudningar.tsx';
import { Nedrakning } from './Arendeuppgifter.tsx';
import { filtrera } from './filtrera.ts';
import { arendenFraga } from './fragor.ts';
import { NyttArendeDialog } from './NyttArendeDialog.tsx';
import { namnderAtt } from './namnder.ts';
import { idag } from './nedrakning.ts';
import styles from './Rader.module.css';
import { LAGENAMN, TEXTER, VISNINGSNAMN } from './texter.ts';
import visningar from './Visningar.module.css';
import { VISNINGAR, visade } from './visning.ts';

/** The start page: every ärende the person may see. */
export function Arendelista() {
  const { sok = '', visa = 'alla' } = useSearch({ from: '/inloggad/ram/' });
  const navigate = useNavigate({ from: '/' });
  const { data: jag } = useSuspenseQuery(migFraga);
  const namnder = namnderAtt(jag);
  const arenden = useQuery(arendenFraga);
  const [nytt, dialog] = useDisclosure(false);
  const sattSok = (text: string) =>
    void navigate({ search: (nu) => ({ ...nu, sok: text || undefined }), replace: true, resetScroll: false });

  return (
    <Sida
      rubrik={TEXTER.rubrik}
      handlingar={
        namnder.length > 0 && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={dialog.open}>
            {TEXTER.nyttArende}
          </Button>
        )
      }
    >
      <VantarPa />
      <VantandeMedlemmar />
      <Inbjudningar />
      <nav aria-label={TEXTER.visa}>
        <ul className={visningar.visningar}>
          {VISNINGAR.map((en) => (
            <li key={en}>
              <Link
                to="/"
                search={(nu) => ({ ...nu, visa: en === 'alla' ? undefined : en })}
                activeOptions={{ exact: true, includeSearch: true }}
                className={visningar.visning}
                resetScroll={false}
              >
                {VISNINGSNAMN[en]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <TextInput
        type="search"
        value={sok}
        onChange={(handelse) => sattSok(handelse.currentTarget.value)}
        aria-label={TEXTER.sok}
        placeholder={TEXTER.sok}
        leftSection={<IconSearch size={18} aria-hidden />}
        mb="lg"
      />
      {sok.trim() !== '' && (
        <p className={visningar.vidare}>
          <Link to="/sok" search={{ q: sok.trim().slice(0, SOK_TECKEN) }}>
            {TEXTER.sokITexter(sok.trim())}
          </Link>
        </p>
      )}
      {arenden.data && arenden.error && <p className="besked">{TEXTER.utanNat}</p>}
      {arenden.data ? (
        <Lista
          arenden={visade(arenden.data, visa, jag.id, idag(new Date()))}
          tomt={visa === 'alla' ? TEXTER.inga : TEXTER.ingaVisade}
          sok={sok}
          visaAlla={() => void navigate({ search: {} })}
        />
      ) : arenden.error ? (
        <Felruta fel={arenden.error} forsokIgen={() => void arenden.refetch()} />
      ) : (
        <Skeleton height={320} aria-label={TEXTER.hamtar} />
      )}
      {namnder.length > 0 && <NyttArendeDialog oppen={nytt} stang={dialog.close} namnder={namnder} />}
    </Sida>
  );
}

interface ListaProps {
  readonly arenden: readonly Arende[];
  readonly tomt: string;
  readonly sok: string;
  readonly visaAlla: () => void;
}

function Lista({ arenden, tomt, sok, visaAlla }: ListaProps) {
  const traffar = filtrera(arenden, sok);
  const nu = new Date();
  return (
    <>
      <VisuallyHidden role="status">{sok === '' ? '' : TEXTER.traffar(traffar.length)}</VisuallyHidden>
      {traffar.length === 0 ? (
        <div className="ark tom">
          <p>{arenden.length === 0 ? tomt : TEXTER.ingaTraffar(sok)}</p>
          {(arenden.length > 0 || tomt !== TEXTER.inga) && (
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
                <span>{LAGENAMN[arende.lage]}</span>
                {arende.handlaggare !== null && <span>{arende.handlaggare.namn}</span>}
                <Nedrakning arende={arende} />
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
