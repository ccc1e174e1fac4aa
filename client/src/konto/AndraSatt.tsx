import { Button, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Felruta } from '../app/Felruta.tsx';
import { inloggningFraga } from './losenord.ts';
import { loggaInHosKommunen } from './oidc.ts';
import { TEXTER } from './texter.ts';

interface AndraSattProps {
  /** Where to go afterwards. */
  readonly till: string | undefined;
  /** On top of a page with somebody's work, which must not be left. */
  readonly ovanpa: boolean;
}

/** The ways in that need no password of Samskrift's own. */
export function AndraSatt({ till, ovanpa }: AndraSattProps) {
  const inloggning = useQuery(inloggningFraga);
  const hosKommunen = useMutation({ mutationFn: () => loggaInHosKommunen(till) });
  const namn = inloggning.data?.oidc ?? null;
  return (
    <Stack gap="md">
      {hosKommunen.error && <Felruta fel={hosKommunen.error} />}
      {namn !== null &&
        (ovanpa ? (
          <a href="/logga-in" target="_blank" rel="noreferrer">
            {TEXTER.nyFlik(namn)}
          </a>
        ) : (
          // As busy until the browser has left the page.
          <Button loading={hosKommunen.isPending || hosKommunen.isSuccess} onClick={() => hosKommunen.mutate()}>
            {TEXTER.loggaInMed(namn)}
          </Button>
        ))}
    </Stack>
  );
}
