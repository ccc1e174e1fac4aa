import { z } from 'zod';
import { HANDLINGSTYPER, type Handlingstyp } from '../handlingstyp.ts';
import type { Mall } from '../mallar/mall.ts';
import { MALLAR, mallarFor, mallMedId } from '../mallar/mallar.ts';
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
  /** Ids of the mallar it does not use: a mall that comes with a later version is offered until it is switched off. */
  avstangdaMallar: z.array(z.string().refine((id) => mallMedId(id) !== null, 'Mallen finns inte.')).max(MALLAR.length),
});
export type Installningar = z.infer<typeof InstallningarSchema>;

/** Settings as they are decided: a kind that the nämnd has must keep a mall. The issue's path ends with the kind. */
export const BeslutadeInstallningarSchema = InstallningarSchema.superRefine((nya, context) => {
  for (const typ of HANDLINGSTYPER) {
    const mallar = mallarFor(typ);
    if (!harSlaget(nya, typ) || mallar.some(({ id }) => !nya.avstangdaMallar.includes(id))) continue;
    const namn = mallar.map((mall) => `«${mall.namn}»`).join(', ');
    const message = `Ett slag som nämnden har behöver minst en mall. Välj någon av: ${namn}.`;
    context.addIssue({ code: 'custom', path: ['avstangdaMallar', typ], message });
  }
});

/** A nämnd that has decided nothing yet. */
export const STANDARDINSTALLNINGAR: Installningar = {
  paragrafnumrering: 'ar',
  ersattaryttrande: true,
  sarskiltUttalande: true,
  protokollsanteckning: true,
  inlamnatSynsFor: SYNS_UTAN_BESLUT,
  dnrPrefix: '',
  avstangdaMallar: [],
};

/** The mallar that a new handling in a nämnd with these settings can have. */
export function erbjudnaMallar(installningar: Installningar): Mall[] {
  return MALLAR.filter(({ id, typ }) => harSlaget(installningar, typ) && !installningar.avstangdaMallar.includes(id));
}

/** The kinds of handling that can be written in a nämnd with these settings. */
export function erbjudnaSlag(installningar: Installningar): Handlingstyp[] {
  const mallar = erbjudnaMallar(installningar);
  return HANDLINGSTYPER.filter((typ) => mallar.some((mall) => mall.typ === typ));
}

/** Whether the nämnd has a kind at all, whatever its mallar. */
export function harSlaget(installningar: Installningar, typ: Handlingstyp): boolean {
  if (typ === 'ersattaryttrande') return installningar.ersattaryttrande;
  if (typ === 'sarskilt_uttalande') return installningar.sarskiltUttalande;
  if (typ === 'protokollsanteckning') return installningar.protokollsanteckning;
  return true;
}
