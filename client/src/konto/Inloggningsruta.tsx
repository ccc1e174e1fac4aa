import { Button, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core';
import type { Mig } from '@samskrift/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { Felruta } from '../app/Felruta.tsx';
import { HosKommunen } from './HosKommunen.tsx';
import styles from './Inloggningsruta.module.css';
import { inloggningFraga } from './losenord.ts';
import { MedNyckel } from './MedNyckel.tsx';
import { demopersonerFraga, loggaIn } from './mig.ts';
import { TEXTER } from './texter.ts';

interface InloggningsrutaProps {
  readonly vidInloggning: (mig: Mig) => void | Promise<void>;
  /** The level of the headings inside, after the one the box stands under. */
  readonly niva: 2 | 3;
  /** Where a login that leaves the page is to come back to. */
  readonly till?: string | undefined;
}

/** Choose a demo person, where there are any, go by the city's own login, or give e-mail and password. */
export function Inloggningsruta({ vidInloggning, niva, till }: InloggningsrutaProps) {
  const personer = useQuery(demopersonerFraga);
  const inloggning = useMutation({ mutationFn: loggaIn, onSuccess: vidInloggning });
  const Rubrik = niva === 2 ? 'h2' : 'h3';
  const oidc = useQuery(inloggningFraga).data?.oidc ?? null;
  const demo = personer.data !== undefined && personer.data.length > 0;

  const skicka = (handelse: FormEvent<HTMLFormElement>) => {
    handelse.preventDefault();
    const falt = new FormData(handelse.currentTarget);
    inloggning.mutate({ satt: 'losenord', epost: String(falt.get('epost')), losenord: String(falt.get('losenord')) });
  };

  const formular = (
    <form onSubmit={skicka}>
      <Stack gap="md">
        <TextInput
          name="epost"
          type="email"
          label={TEXTER.epost}
          autoComplete="username"
          required
          withAsterisk={false}
        />
        <PasswordInput
          name="losenord"
          label={TEXTER.losenord}
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={inloggning.isPending} variant={demo || oidc !== null ? 'default' : 'filled'}>
          {TEXTER.loggaIn}
        </Button>
        {/* Not on top of a page with somebody's work, which it would leave. */}
        {niva === 2 && <Link to="/glomt-losenord">{TEXTER.glomt}</Link>}
      </Stack>
    </form>
  );

  const medKonto = (
    <Stack gap="lg">
      {oidc !== null && <HosKommunen namn={oidc} till={till} ovanpa={niva === 3} />}
      {formular}
      <MedNyckel vidInloggning={vidInloggning} />
    </Stack>
  );

  return (
    <Stack gap="lg">
      {inloggning.error && <Felruta fel={inloggning.error} />}
      {personer.error && <Felruta fel={personer.error} forsokIgen={() => void personer.refetch()} />}
      {personer.isPending && <Skeleton height={320} aria-label={TEXTER.hamtar} />}
      {demo && (
        <section>
          <Rubrik className={styles.rubrik}>{TEXTER.valjPerson}</Rubrik>
          <p className="dampad liten">{TEXTER.demoforklaring}</p>
          <ul className={styles.personer}>
            {personer.data.map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  className={styles.person}
                  disabled={inloggning.isPending}
                  onClick={() => inloggning.mutate({ satt: 'demo', personId: person.id })}
                >
                  <span className={styles.namn}>{person.namn}</span>
                  <span className="dampad liten">{person.beskrivning}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {demo ? (
        <details className={styles.konto}>
          <summary>{TEXTER.medKonto}</summary>
          {medKonto}
        </details>
      ) : (
        personer.isSuccess && medKonto
      )}
    </Stack>
  );
}
