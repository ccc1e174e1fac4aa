import { Button, Group, Stack } from '@mantine/core';
import type { Handling } from '@samskrift/shared';
import { useMutation } from '@tanstack/react-query';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import type { HandlingsdialogProps } from '../handling/dialog.ts';
import { lasOm } from './efterat.ts';
import { TEXTER } from './texter.ts';

interface AktdialogProps extends HandlingsdialogProps {
  readonly rubrik: string;
  /** What the act does, before it is done. */
  readonly vad: string;
  readonly gor: string;
  /** Said to those who hear the page. */
  readonly gjort: string;
  readonly akt: () => Promise<Handling>;
}

/** One explicit act on a handling, told and confirmed. */
export function Aktdialog({ oppen, stang, handling, rubrik, vad, gor, gjort, akt }: AktdialogProps) {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  const utfor = useMutation({
    mutationFn: akt,
    onSuccess: () => {
      stang();
      meddela(gjort);
    },
    // Also after a refusal: somebody else may have been first.
    onSettled: () => lasOm(queryClient, handling),
  });
  return (
    <Dialog oppen={oppen} stang={stang} rubrik={rubrik}>
      <Stack>
        <p>{vad}</p>
        {utfor.error && <Felruta fel={utfor.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={stang} data-autofocus>
            {TEXTER.avbryt}
          </Button>
          <Button loading={utfor.isPending} onClick={() => utfor.mutate()}>
            {gor}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
