import type { Mig } from '@samskrift/shared';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useApp } from '../app/kontext.tsx';
import { borjaSom } from './borjaSom.ts';
import { Ingang } from './Ingang.tsx';
import { Inloggningsruta } from './Inloggningsruta.tsx';
import { inomAppen } from './retur.ts';
import { TEXTER } from './texter.ts';

export function LoggaInSida() {
  const { till } = useSearch({ from: '/logga-in' });
  const app = useApp();
  const router = useRouter();

  const vidInloggning = async (mig: Mig) => {
    await borjaSom(app, mig);
    await router.navigate({ href: inomAppen(till) ?? '/', replace: true });
  };

  return (
    <Ingang rubrik={TEXTER.rubrik}>
      <Inloggningsruta niva={2} vidInloggning={vidInloggning} />
    </Ingang>
  );
}
