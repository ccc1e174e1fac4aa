import { agarenHarSlaget, erbjudnaSlag, mallMedId, type NyHandling } from '@samskrift/shared';
import type { Db } from '../db/open.ts';
import { installningarFor } from '../organisation/installningar.ts';

/** Why there is no new handling of this kind with this mall for this owner in a nämnd, in Swedish; null where there is. */
export async function ejErbjuden(
  db: Db,
  namnd: { readonly id: string; readonly namn: string },
  { typ, mall, agare }: Pick<NyHandling, 'typ' | 'mall' | 'agare'>,
): Promise<string | null> {
  if (!agarenHarSlaget(agare.typ, typ)) return 'En partigrupp har inte den sortens handling. Välj ett annat slag.';
  const installningar = await installningarFor(db, namnd.id);
  if (!erbjudnaSlag(installningar).includes(typ)) {
    return `${namnd.namn} har inte den sortens handling. Välj ett annat slag.`;
  }
  if (!installningar.avstangdaMallar.includes(mall)) return null;
  return `${namnd.namn} använder inte mallen «${mallMedId(mall)?.namn ?? mall}». Välj en annan mall.`;
}
