import { z } from 'zod';
import { ROLLER, type Roll } from '../ratt.ts';
import { UppdragsnyckelSchema } from './api-organisation.ts';
import type { Uppdragsorgan } from './roller-i-organ.ts';

/** Who has, or has had, an uppdrag where a party's texts are written. `partiId` is the group's party, or the partikansli's. */
export interface Partimedlem {
  readonly personId: string;
  readonly roll: Roll;
  readonly organTyp: Uppdragsorgan;
  readonly organId: string;
  readonly partiId: string;
  /** The first day on which it held no longer; null where it holds today. */
  readonly slutat: string | null;
}

type Partiorgan = Pick<Partimedlem, 'organTyp' | 'organId' | 'partiId'>;

/**
 * Those who say yes or no to somebody new, so that no administrator can let anybody into a group's confidence (R20): its
 * gruppledare, else its members (in a partikansli its people), else the partikansli, else the party's gruppledare elsewhere, else
 * its other members; where the party has nobody today, those who were there last, else the party's last. The first of these in
 * which there is anybody but the new one; empty where there is nobody to ask.
 */
export function svarande(medlemmar: readonly Partimedlem[], organ: Partiorgan, nyPerson: string): readonly string[] {
  const andra = medlemmar.filter(({ personId, partiId }) => personId !== nyPerson && partiId === organ.partiId);
  const nu = andra.filter(({ slutat }) => slutat === null);
  const grupper = nu.filter(({ organTyp }) => organTyp === 'partigrupp');
  const kansli = nu.filter(({ organTyp }) => organTyp === 'partikansli');
  const egna = nu.filter((medlem) => iOrganet(medlem, organ));
  const fore = sist(andra.filter((medlem) => iOrganet(medlem, organ)));
  const ordning = [ledare(egna), egna, kansli, ledare(grupper), grupper, ledare(fore), fore, sist(andra)];
  const [forsta = []] = ordning.filter((nagra) => nagra.length > 0);
  return [...new Set(forsta.map(({ personId }) => personId))];
}

/**
 * Whether somebody new waits. `anvant` tells whether anybody of the party's has ever been logged in: then nobody comes in unasked, not even where
 * there is nobody to ask, or an administrator could end everybody's uppdrag and walk in. Who was there before only comes back.
 */
export function vantarPaGruppen(
  medlemmar: readonly Partimedlem[],
  organ: Partiorgan,
  nyPerson: string,
  anvant: boolean,
): boolean {
  if (svarande(medlemmar, organ, nyPerson).length > 0) return true;
  return anvant && !medlemmar.some(({ personId, partiId }) => personId === nyPerson && partiId === organ.partiId);
}

function iOrganet({ organTyp, organId }: Partimedlem, organ: Partiorgan): boolean {
  return organTyp === organ.organTyp && organId === organ.organId;
}

/** Of those who have left, the ones who left last: who left long ago has no say in who comes after the others. */
function sist(medlemmar: readonly Partimedlem[]): readonly Partimedlem[] {
  const dagar = medlemmar.flatMap(({ slutat }) => slutat ?? []).sort();
  return medlemmar.filter(({ slutat }) => slutat !== null && slutat === dagar.at(-1));
}

function ledare(medlemmar: readonly Partimedlem[]): readonly Partimedlem[] {
  return medlemmar.filter(({ roll }) => roll === 'gruppledare');
}

/**
 * Why somebody waits: a new uppdrag, or a way into the account that an administrator has had in hand (a link that was shown, an
 * address that was changed).
 */
export const VANTESKAL = ['nytt', 'konto'] as const;
export type Vanteskal = (typeof VANTESKAL)[number];

/**
 * Somebody who waits for a yes, as those who may say it see it. `organ` is the group with its nämnd, or the partikansli;
 * `vagAndrad` that an administrator has had a way into the account in hand, whatever the person waits for.
 */
export const VantandeSchema = z.object({
  ...UppdragsnyckelSchema.shape,
  roll: z.enum(ROLLER),
  namn: z.string(),
  epost: z.string(),
  organ: z.string(),
  skal: z.enum(VANTESKAL),
  vagAndrad: z.boolean(),
});
export type Vantande = z.infer<typeof VantandeSchema>;

/** Who waits for one's answer, and the groups and partikanslier whose answer one waits for, by name. */
export const VantelageSchema = z.object({ fragade: z.array(VantandeSchema), vantarPa: z.array(z.string()) });
export type Vantelage = z.infer<typeof VantelageSchema>;

export const GruppsvarSchema = z.strictObject({ ...UppdragsnyckelSchema.shape, svar: z.enum(['ja', 'nej']) });
export type Gruppsvar = z.infer<typeof GruppsvarSchema>;
