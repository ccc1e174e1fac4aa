import { ROLLNAMN, type Vantande } from '@samskrift/shared';

export const TEXTER = {
  rubrik: 'Vill in i partigruppen',
  forklaring: 'Den du säger ja till läser och skriver gruppens texter, också dem som redan finns.',
  ja: 'Säg ja',
  nej: 'Säg nej',
  jaTill: (namn: string) => `Säg ja till ${namn}`,
  nejTill: (namn: string) => `Säg nej till ${namn}`,
  sagtJa: (namn: string) => `${namn} är med i gruppen.`,
  sagtNej: (namn: string) => `${namn} kommer inte in i gruppen.`,
  rad: ({ roll, organ, fran }: Vantande) => `${ROLLNAMN[roll]} i ${organ}, från ${fran}`,
} as const;
