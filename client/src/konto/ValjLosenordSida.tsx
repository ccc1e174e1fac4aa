import { Button, Group, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core';
import { type Engangslank, ForstaKontotSchema, LOSENORD_MINST, LosenordSchema } from '@samskrift/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ApiFel } from '../api.ts';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { borjaSom } from './borjaSom.ts';
import { Ingang } from './Ingang.tsx';
import { lankFraga, valjLosenord } from './losenord.ts';
import { TEXTER } from './texter.ts';

/** Where a one-time link leads: the first administrator, an invited person, and who has forgotten the password. */
export function ValjLosenordSida() {
  const { kod } = useSearch({ from: '/valj-losenord' });
  const lank = useQuery(lankFraga(kod));
  if (lank.data !== undefined) return <Formular kod={kod} lank={lank.data} />;
  if (lank.error instanceof ApiFel && lank.error.status === 410) return <GallerInte />;
  return (
    <Ingang rubrik={TEXTER.valjRubrik}>
      {lank.error ? (
        <Felruta fel={lank.error} forsokIgen={() => void lank.refetch()} />
      ) : (
        <Skeleton height={180} aria-label={TEXTER.lankLases} />
      )}
    </Ingang>
  );
}

function GallerInte() {
  return (
    <Ingang rubrik={TEXTER.lankRubrik}>
      <p>{TEXTER.lankText}</p>
      <p>{TEXTER.lankRad}</p>
      <Group>
        <Link to="/logga-in">{TEXTER.tillInloggning}</Link>
        <Link to="/glomt-losenord">{TEXTER.glomt}</Link>
      </Group>
    </Ingang>
  );
}

type Falt = 'namn' | 'epost' | 'losenord';

function Formular({ kod, lank }: { readonly kod: string; readonly lank: Engangslank }) {
  const app = useApp();
  const router = useRouter();
  const forsta = lank.syfte === 'forstaStart';
  const [falt, sattFalt] = useState({ namn: '', epost: '', losenord: '', igen: '' });
  const [fel, sattFel] = useState<Partial<Record<Falt | 'igen', string>>>({});
  const val = useMutation({
    mutationFn: valjLosenord,
    onSuccess: async (mig) => {
      await borjaSom(app, mig);
      await router.navigate({ to: '/', replace: true });
    },
  });
  if (val.error instanceof ApiFel && val.error.status === 410) return <GallerInte />;

  const skicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    val.reset();
    const last = (forsta ? ForstaKontotSchema : LosenordSchema).safeParse(falt);
    const brister = last.success ? [] : last.error.issues.map(({ path, message }) => [String(path[0]), message]);
    if (falt.losenord !== falt.igen) brister.push(['igen', TEXTER.inteLika]);
    sattFel(Object.fromEntries(brister));
    if (last.success && brister.length === 0) val.mutate({ kod, ...last.data });
  };
  const andra = (namn: keyof typeof falt) => (handelse: { currentTarget: HTMLInputElement }) =>
    sattFalt({ ...falt, [namn]: handelse.currentTarget.value });

  return (
    <Ingang rubrik={forsta ? TEXTER.forstaRubrik : TEXTER.valjRubrik}>
      <form onSubmit={skicka} noValidate>
        <Stack gap="md">
          {forsta ? (
            <>
              <p className="dampad">{TEXTER.forstaText}</p>
              <TextInput
                label={TEXTER.namn}
                autoComplete="name"
                value={falt.namn}
                error={fel.namn}
                onChange={andra('namn')}
              />
              <TextInput
                label={TEXTER.epost}
                type="email"
                autoComplete="username"
                value={falt.epost}
                error={fel.epost}
                onChange={andra('epost')}
              />
            </>
          ) : (
            <>
              <p>{TEXTER.hej(lank.namn ?? '')}</p>
              {/* Read, not written: password managers keep the password under it. */}
              <TextInput label={TEXTER.epost} type="email" autoComplete="username" value={lank.epost ?? ''} readOnly />
            </>
          )}
          <PasswordInput
            label={TEXTER.nyttLosenord}
            description={TEXTER.losenordKrav(LOSENORD_MINST)}
            autoComplete="new-password"
            value={falt.losenord}
            error={fel.losenord}
            onChange={andra('losenord')}
          />
          <PasswordInput
            label={TEXTER.losenordIgen}
            autoComplete="new-password"
            value={falt.igen}
            error={fel.igen}
            onChange={andra('igen')}
          />
          {val.error && <Felruta fel={val.error} />}
          <Button type="submit" loading={val.isPending}>
            {forsta ? TEXTER.skapaKonto : TEXTER.sparaLosenord}
          </Button>
        </Stack>
      </form>
    </Ingang>
  );
}
