import { z } from 'zod';
import { ROLLER, type Roll } from '../ratt.ts';
import { UppdragsnyckelSchema } from './api-organisation.ts';
import type { Uppdragsorgan } from './roller-i-organ.ts';

/** Who has an uppdrag today where a party's texts are written. `partiId` is the group's party, or the partikansli's. */
export interface Partimedlem {
  readonly personId: string;
  readonly roll: Roll;
  readonly organTyp: Uppdragsorgan;
  readonly organId: string;
  readonly partiId: string;
}

type Partiorgan = Pick<Partimedlem, 'organTyp' | 'organId' | 'partiId'>;

/**
 * Those who say yes or no to somebody new, so that no administrator can let anybody into a group's confidence (R20): in a group its
 * gruppledare, else its members, else the party's partikansli; in a partikansli its people, else the party's gruppledare, else its
 * groups' members. The first of these in which there is anybody but the new one; empty where there is nobody to ask.
 */
export function svarande(medlemmar: readonly Partimedlem[], organ: Partiorgan, nyPerson: string): readonly string[] {
  const andra = medlemmar.filter(({ personId, partiId }) => personId !== nyPerson && partiId === organ.partiId);
  const egna = andra.filter(({ organTyp, organId }) => organTyp === organ.organTyp && organId === organ.organId);
  const grupper = andra.filter(({ organTyp }) => organTyp === 'partigrupp');
  const kansli = andra.filter(({ organTyp }) => organTyp === 'partikansli');
  const ordning = organ.organTyp === 'partigrupp' ? [ledare(egna), egna, kansli] : [egna, ledare(grupper), grupper];
  const [forsta = []] = ordning.filter((nagra) => nagra.length > 0);
  return [...new Set(forsta.map(({ personId }) => personId))];
}

function ledare(medlemmar: readonly Partimedlem[]): readonly Partimedlem[] {
  return medlemmar.filter(({ roll }) => roll === 'gruppledare');
}

/** Somebody who waits for a yes, as those who may say it see it. `organ` is the group with its nämnd, or the partikansli. */
export const VantandeSchema = z.object({
  ...UppdragsnyckelSchema.shape,
  roll: z.enum(ROLLER),
  namn: z.string(),
  organ: z.string(),
});
export type Vantande = z.infer<typeof VantandeSchema>;

export const GruppsvarSchema = z.strictObject({ ...UppdragsnyckelSchema.shape, svar: z.enum(['ja', 'nej']) });
export type Gruppsvar = z.infer<typeof GruppsvarSchema>;
