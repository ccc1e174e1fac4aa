import type { Mig } from '@samskrift/shared';
import type { Appen } from '../app/kontext.tsx';
import { migNyckel } from './mig.ts';

/** Somebody has logged in here: what another person has read before is not this one's to see, and the other tabs are told. */
export async function borjaSom({ queryClient, minne, kanal, session }: Appen, mig: Mig): Promise<void> {
  queryClient.clear();
  await minne.rensa();
  queryClient.setQueryData(migNyckel, mig);
  session.fornyades();
  kanal.sag({ typ: 'inloggad', personId: mig.id });
}
