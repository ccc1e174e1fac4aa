import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Felruta } from '../app/Felruta.tsx';
import { loggaInHosKommunen } from './oidc.ts';
import { TEXTER } from './texter.ts';

interface HosKommunenProps {
  readonly namn: string;
  /** Where to go afterwards. */
  readonly till: string | undefined;
  /** On top of a page with somebody's work, which must not be left. */
  readonly ovanpa: boolean;
}

/** The way in by the city's own login, which is another site. */
export function HosKommunen({ namn, till, ovanpa }: HosKommunenProps) {
  const { mutate, error, isPending, isSuccess } = useMutation({ mutationFn: () => loggaInHosKommunen(till) });
  if (ovanpa)
    return (
      <a href="/logga-in" target="_blank" rel="noreferrer">
        {TEXTER.nyFlik(namn)}
      </a>
    );
  return (
    <Stack gap="md">
      {error && <Felruta fel={error} />}
      {/* As busy until the browser has left the page. */}
      <Button loading={isPending || isSuccess} onClick={() => mutate()}>
        {TEXTER.loggaInMed(namn)}
      </Button>
    </Stack>
  );
}
