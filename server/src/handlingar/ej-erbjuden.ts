import { erbjudnaSlag, mallMedId, type NyHandling } from '@samskrift/shared';
import type { Db } from '../db/open.ts';
import { installningarFor } from '../organisation/installningar.ts';

/** Why a nämnd has no new handling of this kind with this mall, in Swedish; null where it has. */
export async function ejErbjuden(
  db: Db,
  namnd: { readonly id: string; readonly namn: string },
  { typ, mall }: Pick<NyHandling, 'typ' | 'mall'>,
): Promise<string | null> {
  const installningar = await installningarFor(db, namnd.id);
  if (!erbjudnaSlag(installningar).includes(typ)) {
    return `${namnd.namn} har inte den sortens handling. Välj ett annat slag.`;
  }
  if (!installningar.avstangdaMallar.includes(mall)) return null;
  return `${namnd.namn} använder inte mallen «${mallMedId(mall)?.namn ?? mall}». Välj en annan mall.`;
}
