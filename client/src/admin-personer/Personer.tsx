import { Button, Skeleton, Stack, TextInput } from '@mantine/core';
import type { Konto } from '@samskrift/shared';
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import { Sida } from '../app/Sida.tsx';
import { migFraga } from '../konto/mig.ts';
import { BeslutDialog } from './BeslutDialog.tsx';
import { BjudInDialog } from './BjudInDialog.tsx';
import type { Beslut } from './beslut.ts';
import { andraPerson, kontonFraga, nyLank, sparra } from './fragor.ts';
import { Lankruta } from './Lankruta.tsx';
import { Personformular } from './Personformular.tsx';
import { Personrad } from './Personrad.tsx';
import { TEXTER } from './texter.ts';

/** Everybody with an account: invited, changed, given a new link, blocked and opened, made an administrator and not. */
export function Personer() {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  const { data: jag } = useSuspenseQuery(migFraga);
  const { data: konton, error, refetch } = useQuery(kontonFraga);
  const [bjuder, sattBjuder] = useState(false);
  const [andras, sattAndras] = useState<Konto | null>(null);
  const [fraga, sattFraga] = useState<{ readonly beslut: Beslut; readonly konto: Konto } | null>(null);
  const [sok, sattSok] = useState('');
  const klart = async (sagt: string) => {
    // For who is no longer an administrator there is no such page.
    if (fraga?.beslut === 'taAdministrator' && fraga.konto.id === jag.id) {
      window.location.assign('/');
      return;
    }
    sattFraga(null);
    sattAndras(null);
    // One's own name, and whether one is still an administrator.
    await Promise.all(
      [kontonFraga, migFraga].map(({ queryKey }) => queryClient.invalidateQueries({ queryKey: [...queryKey] })),
    );
    meddela(sagt);
  };
  const lank = useMutation({
    mutationFn: async (konto: Konto) => ({ konto, skapad: await nyLank(konto.id) }),
  });
  const oppning = useMutation({
    mutationFn: (konto: Konto) => sparra(konto.id, false),
    onSuccess: ({ namn }) => klart(TEXTER.oppnat(namn)),
  });
  const ord = sok.trim().toLocaleLowerCase('sv');
  const traffar = konton?.filter(({ namn, epost }) => `${namn} ${epost}`.toLocaleLowerCase('sv').includes(ord));
  const fel = lank.error ?? oppning.error;

  return (
    <Sida rubrik={TEXTER.rubrik} handlingar={<Button onClick={() => sattBjuder(true)}>{TEXTER.bjudIn}</Button>}>
      <Stack>
        <p className="dampad">{TEXTER.ingress}</p>
        <TextInput label={TEXTER.sok} value={sok} onChange={(handelse) => sattSok(handelse.currentTarget.value)} />
        {fel && <Felruta fel={fel} />}
        {traffar === undefined ? (
          error ? (
            <Felruta fel={error} forsokIgen={() => void refetch()} />
          ) : (
            <Skeleton height={240} aria-label={TEXTER.hamtar} />
          )
        ) : traffar.length === 0 ? (
          <div className="ark tom">{TEXTER.ingaTraffar}</div>
        ) : (
          <ul className="ark lista">
            {traffar.map((konto) => (
              <Personrad
                key={konto.id}
                konto={konto}
                jag={konto.id === jag.id}
                vantar={lank.isPending || oppning.isPending}
                lank={() => lank.mutate(konto)}
                andra={() => sattAndras(konto)}
                oppna={() => oppning.mutate(konto)}
                besluta={(beslut) => sattFraga({ beslut, konto })}
              />
            ))}
          </ul>
        )}
      </Stack>
      <BjudInDialog oppen={bjuder} stang={() => sattBjuder(false)} />
      <Dialog oppen={lank.data !== undefined} stang={lank.reset} rubrik={TEXTER.lankRubrik} bred>
        {lank.data && <Lankruta person={lank.data.konto} skapad={lank.data.skapad} stang={lank.reset} />}
      </Dialog>
      {andras !== null && (
        <Dialog oppen stang={() => sattAndras(null)} rubrik={TEXTER.andraRubrik(andras.namn)}>
          <Personformular
            forst={andras}
            knapp={TEXTER.spara}
            omEpost={TEXTER.adressOchGrupp}
            spara={(person) => andraPerson(andras.id, person)}
            klart={({ namn }) => klart(TEXTER.andrat(namn))}
            stang={() => sattAndras(null)}
          />
        </Dialog>
      )}
      {fraga !== null && <BeslutDialog {...fraga} klart={klart} stang={() => sattFraga(null)} />}
    </Sida>
  );
}
