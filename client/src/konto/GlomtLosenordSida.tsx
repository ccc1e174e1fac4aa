import { Button, Skeleton, Stack, TextInput } from '@mantine/core';
import { EpostSchema } from '@samskrift/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Felruta } from '../app/Felruta.tsx';
import { Ingang } from './Ingang.tsx';
import { glomtLosenord, inloggningFraga } from './losenord.ts';
import { TEXTER } from './texter.ts';

export function GlomtLosenordSida() {
  const inloggning = useQuery(inloggningFraga);
  return (
    <Ingang rubrik={TEXTER.glomtRubrik}>
      <Stack gap="md">
        {inloggning.error ? (
          <Felruta fel={inloggning.error} forsokIgen={() => void inloggning.refetch()} />
        ) : inloggning.data === undefined ? (
          <Skeleton height={120} aria-label={TEXTER.lankLases} />
        ) : inloggning.data.post ? (
          <Begaran />
        ) : (
          <p>{TEXTER.glomtUtanPost}</p>
        )}
        <Link to="/logga-in">{TEXTER.tillInloggning}</Link>
      </Stack>
    </Ingang>
  );
}

function Begaran() {
  const [epost, sattEpost] = useState('');
  const [brist, sattBrist] = useState<string>();
  const begaran = useMutation({ mutationFn: glomtLosenord });
  const skicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    const last = EpostSchema.safeParse({ epost });
    sattBrist(last.success ? undefined : last.error.issues[0]?.message);
    if (last.success) begaran.mutate(last.data.epost);
  };
  if (begaran.isSuccess) return <p role="status">{TEXTER.glomtSkickat}</p>;
  return (
    <form onSubmit={skicka} noValidate>
      <Stack gap="md">
        <p className="dampad">{TEXTER.glomtText}</p>
        <TextInput
          label={TEXTER.epost}
          type="email"
          autoComplete="username"
          value={epost}
          error={brist}
          onChange={(handelse) => sattEpost(handelse.currentTarget.value)}
        />
        {begaran.error && <Felruta fel={begaran.error} />}
        <Button type="submit" loading={begaran.isPending}>
          {TEXTER.skickaLank}
        </Button>
      </Stack>
    </form>
  );
}
