import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { SOK_TECKEN, type Soktraff } from '@samskrift/shared';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Felruta } from '../app/Felruta.tsx';
import { Sida } from '../app/Sida.tsx';
import rader from '../arenden/Rader.module.css';
import { sokFraga } from './fragor.ts';
import styles from './Sok.module.css';
import { TEXTER } from './texter.ts';

/** Words in all ärenden and texts that the person may see; the words stand in the address. */
export function Soksida() {
  const { q = '' } = useSearch({ from: '/inloggad/ram/sok' });
  const navigate = useNavigate({ from: '/sok' });
  const [sokt] = useDebouncedValue(q.trim(), 250);
  const svar = useQuery(sokFraga(sokt));
  const antal = svar.data?.antal ?? 0;
  const traffar = svar.data?.traffar ?? [];
  const visat = sokt !== '' && svar.data !== undefined && !svar.error;
  return (
    <Sida rubrik={TEXTER.rubrik}>
      <TextInput
        type="search"
        value={q}
        maxLength={SOK_TECKEN}
        label={TEXTER.sok}
        description={TEXTER.hjalp}
        leftSection={<IconSearch size={18} aria-hidden />}
        onChange={(handelse) => {
          const text = handelse.currentTarget.value;
          void navigate({ search: text === '' ? {} : { q: text }, replace: true, resetScroll: false });
        }}
      />
      <p role="status" className={styles.antal}>
        {sokt !== '' && svar.isPending && TEXTER.soker}
        {visat && antal === 0 && TEXTER.inga(sokt)}
        {visat && antal > 0 && antal === traffar.length && TEXTER.traffar(antal)}
        {visat && antal > traffar.length && TEXTER.forstaTraffarna(traffar.length, antal)}
      </p>
      {svar.error && <Felruta fel={svar.error} forsokIgen={() => void svar.refetch()} />}
      {visat && antal > 0 && (
        <ul className="ark lista">
          {traffar.map((traff) => (
            <Rad key={traff.handling?.id ?? traff.arende.id} traff={traff} />
          ))}
        </ul>
      )}
    </Sida>
  );
}

function Rad({ traff: { arende, handling, utdrag } }: { readonly traff: Soktraff }) {
  return (
    <li className={rader.rad}>
      {handling === null ? (
        <Link to="/arenden/$id" params={{ id: arende.id }} className={rader.titel}>
          {arende.titel}
        </Link>
      ) : (
        <Link to="/handlingar/$id" params={{ id: handling.id }} className={rader.titel}>
          {handling.titel}
        </Link>
      )}
      <p className={rader.om}>
        <span className={rader.dnr}>{arende.dnr}</span>
        <span>{handling === null ? TEXTER.arendet : arende.titel}</span>
      </p>
      {handling !== null && (
        <p className={styles.utdrag}>
          {utdrag.map(({ text, traff }, plats) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one excerpt never change places
            traff ? <mark key={plats}>{text}</mark> : <span key={plats}>{text}</span>,
          )}
        </p>
      )}
    </li>
  );
}
