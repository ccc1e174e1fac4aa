import { z } from 'zod';
import { HANDLINGSTYPER, type Handlingstyp } from '../handlingstyp.ts';
import { SYNS_UTAN_BESLUT } from '../ratt.ts';

/** What a nämnd decides for itself: the law or its reglemente sets it, never the program (domain R05, §1.1, §5 rule 3). */
export const InstallningarSchema = z.strictObject({
  /** Whether § 1 begins each year or each meeting. */
  paragrafnumrering: z.enum(['ar', 'sammantrade']),
  ersattaryttrande: z.boolean(),
  sarskiltUttalande: z.boolean(),
  protokollsanteckning: z.boolean(),
  /** Who sees a text that has been handed in, before the meeting. */
  inlamnatSynsFor: z.enum(['presidiet', 'alla']),
  /** The letters of the nämnd's diarienummer; empty where it has none of its own. */
  dnrPrefix: z
    .string()
    .trim()
    .regex(/^([A-ZÅÄÖ]{2,4})?$/, 'Diariets beteckning är två till fyra stora bokstäver, till exempel KUN.'),
});
export type Installningar = z.infer<typeof InstallningarSchema>;

/** A nämnd that has decided nothing yet. */
export const STANDARDINSTALLNINGAR: Installningar = {
  paragrafnumrering: 'ar',
  ersattaryttrande: true,
  sarskiltUttalande: true,
  protokollsanteckning: true,
  inlamnatSynsFor: SYNS_UTAN_BESLUT,
  dnrPrefix: '',
};

/** The kinds of handling that can be written in a nämnd with these settings. */
export function erbjudnaSlag(installningar: Installningar): Handlingstyp[] {
  return HANDLINGSTYPER.filter((typ) => {
    if (typ === 'ersattaryttrande') return installningar.ersattaryttrande;
    if (typ === 'sarskilt_uttalande') return installningar.sarskiltUttalande;
    return true;
  });
}
