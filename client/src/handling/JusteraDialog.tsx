import { Button, Group, Stack } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import { arendeFraga } from '../arenden/fragor.ts';
import type { HandlingsdialogProps } from './dialog.ts';
import { handlingFraga, justera } from './fragor.ts';
import { useSparlage } from './platser.tsx';
import { TEXTER } from './texter.ts';

/** Says what a justering does, and does it. */
export function JusteraDialog({ oppen, stang, handling }: HandlingsdialogProps) {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  const lage = useSparlage();
  const gor = useMutation({
    mutationFn: () => justera(handling.id),
    onSuccess: () => {
      stang();
      meddela(TEXTER.justeradNu);
    },
    // Also after a refusal: somebody else may have been first.
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: handlingFraga(handling.id).queryKey }),
        queryClient.invalidateQueries({ queryKey: arendeFraga(handling.arendeId).queryKey }),
      ]),
  });
  return (
    <Dialog oppen={oppen} stang={stang} rubrik={TEXTER.justeraRubrik} bred>
      <Stack>
        <p>{TEXTER.justeraVad(handling.titel)}</p>
        <ul>
          {TEXTER.justeraPunkter.map((punkt) => (
            <li key={punkt}>{punkt}</li>
          ))}
        </ul>
        <p>
          <strong>{TEXTER.justeraForAlltid}</strong>
        </p>
        <div role="status">
          {lage === 'sparas' && <p>{TEXTER.justeraSparas}</p>}
          {lage === 'osparat' && <p className="besked">{TEXTER.justeraOsparat}</p>}
        </div>
        {gor.error && <Felruta fel={gor.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={stang} data-autofocus>
            {TEXTER.avbryt}
          </Button>
          <Button
            leftSection={<IconLock size={18} aria-hidden />}
            loading={gor.isPending}
            disabled={lage === 'sparas'}
            onClick={() => gor.mutate()}
          >
            {lage === 'osparat' ? TEXTER.justeraAnda : TEXTER.justeraGor}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
