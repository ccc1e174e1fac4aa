import { Button, Stack } from '@mantine/core';
import type { Mig } from '@samskrift/shared';
import { IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Felruta } from '../app/Felruta.tsx';
import { loggaInMedNyckel } from './nycklar.ts';
import { TEXTER } from './texter.ts';

/** The way in by a key, which says itself whose it is. */
export function MedNyckel({ vidInloggning }: { readonly vidInloggning: (mig: Mig) => void | Promise<void> }) {
  const { mutate, error, isPending } = useMutation({ mutationFn: loggaInMedNyckel, onSuccess: vidInloggning });
  return (
    <Stack gap="md">
      {error && <Felruta fel={error} />}
      <Button
        variant="default"
        leftSection={<IconKey size={18} aria-hidden />}
        loading={isPending}
        onClick={() => mutate()}
      >
        {TEXTER.medNyckel}
      </Button>
    </Stack>
  );
}
