import { ROLLNAMN, type Vantande } from '@samskrift/shared';

export const TEXTER = {
  rubrik: 'Vill in i partigruppen',
  forklaring:
    'Den du säger ja till läser och skriver gruppens texter, också dem som redan finns. Fråga personen själv om du är osäker.',
  varMed: 'Var med förut.',
  vagAndrad:
    'Någon har kommit in i kontot, eller kan komma in, genom en länk eller en adress som en administratör kan ha haft. Säg ja när du har hört av personen själv att det är hens.',
  vantarPaRubrik: 'Väntar på partigruppens ja',
  vantarPa: (organ: string) =>
    `Du kommer in i ${organ} när någon där har sagt ja. Be gruppledaren eller någon annan i partiet att svara.`,
  ja: 'Säg ja',
  nej: 'Säg nej',
  jaTill: (namn: string) => `Säg ja till ${namn}`,
  nejTill: (namn: string) => `Säg nej till ${namn}`,
  sagtJa: (namn: string) => `${namn} är med i gruppen.`,
  sagtNej: (namn: string) => `${namn} kommer inte in i gruppen.`,
  rad: ({ roll, organ, fran }: Vantande) => `${ROLLNAMN[roll]} i ${organ}, från ${fran}`,
} as const;
