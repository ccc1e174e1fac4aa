import { Button, Group, Skeleton, Stack, TextInput } from '@mantine/core';
import type { Konto } from '@samskrift/shared';
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import { Sida } from '../app/Sida.tsx';
import { migFraga } from '../konto/mig.ts';
import { BjudInDialog } from './BjudInDialog.tsx';
import { kontonFraga, nyLank, sparra } from './fragor.ts';
import { Lankruta } from './Lankruta.tsx';
import { Personrad } from './Personrad.tsx';
import { TEXTER } from './texter.ts';

/** Everybody with an account: invited here, given a new link, blocked and opened again. */
export function Personer() {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  const { data: jag } = useSuspenseQuery(migFraga);
  const { data: konton, error, refetch } = useQuery(kontonFraga);
  const [bjuder, sattBjuder] = useState(false);
  const [attSparra, sattAttSparra] = useState<Konto | null>(null);
  const [sok, sattSok] = useState('');
  const lank = useMutation({
    mutationFn: async (konto: Konto) => ({ konto, skapad: await nyLank(konto.id) }),
  });
  const sparrning = useMutation({
    mutationFn: ({ konto, sparrad }: { konto: Konto; sparrad: boolean }) => sparra(konto.id, sparrad),
    onSuccess: async ({ namn, sparrad }) => {
      sattAttSparra(null);
      await queryClient.invalidateQueries({ queryKey: kontonFraga.queryKey });
      meddela(sparrad === null ? TEXTER.oppnat(namn) : TEXTER.sparrat(namn));
    },
  });
  const ord = sok.trim().toLocaleLowerCase('sv');
  const traffar = konton?.filter(({ namn, epost }) => `${namn} ${epost}`.toLocaleLowerCase('sv').includes(ord));
  const fel = lank.error ?? (attSparra === null ? sparrning.error : null);

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
                vantar={lank.isPending || sparrning.isPending}
                lank={() => lank.mutate(konto)}
                sparra={() => sattAttSparra(konto)}
                oppna={() => sparrning.mutate({ konto, sparrad: false })}
              />
            ))}
          </ul>
        )}
      </Stack>
      <BjudInDialog oppen={bjuder} stang={() => sattBjuder(false)} />
      <Dialog oppen={lank.data !== undefined} stang={lank.reset} rubrik={TEXTER.lankRubrik} bred>
        {lank.data && <Lankruta person={lank.data.konto} skapad={lank.data.skapad} stang={lank.reset} />}
      </Dialog>
      <Dialog
        oppen={attSparra !== null}
        stang={() => sattAttSparra(null)}
        rubrik={TEXTER.sparraRubrik(attSparra?.namn ?? '')}
      >
        <Stack>
          <p>{TEXTER.sparraText}</p>
          {sparrning.error && <Felruta fel={sparrning.error} />}
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={() => sattAttSparra(null)}>
              {TEXTER.avbryt}
            </Button>
            <Button
              color="red"
              loading={sparrning.isPending}
              onClick={() => attSparra && sparrning.mutate({ konto: attSparra, sparrad: true })}
            >
              {TEXTER.sparra}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </Sida>
  );
}
