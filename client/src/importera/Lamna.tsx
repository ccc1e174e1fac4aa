import { Button, Group } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { Dialog } from '../app/Dialog.tsx';
import { TEXTER } from './texter.ts';

/** Asks before a page is left whose text is nowhere else; the browser itself asks before it is closed or loaded anew. */
export function Lamna({ osparat }: { readonly osparat: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => osparat,
    enableBeforeUnload: osparat,
    withResolver: true,
  });
  return (
    <Dialog oppen={status === 'blocked'} stang={() => reset?.()} rubrik={TEXTER.lamna}>
      <p>{TEXTER.lamnaText}</p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => proceed?.()}>
          {TEXTER.lamnaJa}
        </Button>
        <Button data-autofocus onClick={() => reset?.()}>
          {TEXTER.stanna}
        </Button>
      </Group>
    </Dialog>
  );
}
