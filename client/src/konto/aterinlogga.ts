import type { Mig } from '@samskrift/shared';
import type { Appen } from '../app/kontext.tsx';
import { migNyckel } from './mig.ts';

/** Somebody has logged in on top of an open page: the same person goes on in it, another begins from the start. */
export async function aterinlogga({ session, queryClient, kanal, minne }: Appen, jag: Mig, mig: Mig): Promise<void> {
  kanal.sag({ typ: 'inloggad', personId: mig.id });
  if (mig.id !== jag.id) {
    await minne.rensa();
    window.location.assign('/');
    return;
  }
  queryClient.setQueryData(migNyckel, mig);
  session.fornyades();
  await queryClient.invalidateQueries();
}
