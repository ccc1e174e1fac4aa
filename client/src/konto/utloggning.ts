import type { Appen } from '../app/kontext.tsx';
import { begar } from './begar.ts';
import { raderaKopior } from './lokalaKopior.ts';

/**
 * Ends the session at the server, and only then removes what this browser keeps: a logout that never reached the server
 * would leave a person logged in and without their text. Tells the other tabs and goes to the login page.
 * @throws ApiFel when the server did not do it; nothing has then been removed.
 */
export async function loggaUt({ minne, kanal }: Appen, personId: string): Promise<void> {
  await begar('sign-out', {});
  kanal.sag({ typ: 'utloggad', personId });
  await Promise.all([minne.glom(), raderaKopior()]);
  // A whole new page, so that nothing of the person stays in memory.
  window.location.assign('/logga-in?ut=true');
}
