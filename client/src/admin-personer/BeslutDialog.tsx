import { Button, Group, Stack } from '@mantine/core';
import type { Konto } from '@samskrift/shared';
import { useMutation } from '@tanstack/react-query';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { BESLUT, type Beslut } from './beslut.ts';
import { TEXTER } from './texter.ts';

interface BeslutDialogProps {
  readonly beslut: Beslut;
  readonly konto: Konto;
  readonly klart: (sagt: string) => Promise<void>;
  readonly stang: () => void;
}

/** Says what will come of it, and asks. */
export function BeslutDialog({ beslut, konto, klart, stang }: BeslutDialogProps) {
  const { rubrik, text, knapp, gjort, gor, tar } = BESLUT[beslut];
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => gor(konto.id),
    onSuccess: () => klart(gjort(konto.namn)),
  });
  return (
    <Dialog oppen stang={stang} rubrik={rubrik(konto.namn)}>
      <Stack>
        <p>{text}</p>
        {error && <Felruta fel={error} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={stang}>
            {TEXTER.avbryt}
          </Button>
          <Button {...(tar ? { color: 'red' } : {})} loading={isPending} onClick={() => mutate()}>
            {knapp}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
