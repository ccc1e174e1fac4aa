import type { Svar } from '@samskrift/shared';

export const TEXTER = {
  meny: 'Skriv tillsammans …',
  rubrik: 'Skriv tillsammans',
  laddar: 'Hämtar vilka som skriver …',
  ensam: (agare: string) => `Texten skrivs av ${agare} och ingen annan grupp ser den.`,
  forklaring:
    'Fråga andra grupper i nämnden om att skriva texten tillsammans. Varje grupps gruppledare svarar, också er egen. Först när alla har sagt ja ser de andra grupperna något av texten; sedan skriver alla i den.',
  grupper: 'Grupper att skriva med',
  fraga: 'Fråga grupperna',
  valjNagon: 'Välj minst en grupp.',
  inga: 'Nämnden har inga andra grupper.',
  foreslaget: (av: string, tid: string) =>
    `${av} föreslog ${tid} att texten skrivs tillsammans. De andra grupperna ser inget av den förrän alla har sagt ja.`,
  avbojt: (grupper: string) =>
    `${grupper} sa nej, och frågan gäller inte längre någon av grupperna. Texten är bara er.`,
  gemensamt: (grupper: string) => `Texten skrivs av ${grupper}. Alla i grupperna ser den och skriver i den.`,
  utokas: (grupper: string, nya: string, av: string, tid: string) =>
    `Texten skrivs av ${grupper}. ${av} föreslog ${tid} att också ${nya} skriver den. De ser inget av den förrän alla har sagt ja.`,
  fler: 'Ska fler grupper skriva texten? Då svarar också de som redan skriver den. Under tiden skriver ni vidare som nu.',
  vantar: (vem: string) =>
    vem === '' ? 'Ingen leder gruppen, så ingen kan svara för den.' : `Väntar på svar från ${vem}.`,
  svarat: (svar: Svar, av: string, tid: string) => `${av} sa ${svar} ${tid}.`,
  ja: 'Ja, skriv tillsammans',
  nej: 'Nej',
  jaFor: (grupp: string) => `Ja, skriv tillsammans, för ${grupp}`,
  nejFor: (grupp: string) => `Nej, för ${grupp}`,
  dra: 'Dra tillbaka förslaget',
  avsluta: 'Avsluta samarbetet',
  lamna: 'Lämna samarbetet',
  taUr: (grupp: string) => `Ta ur ${grupp}`,
  avslutaFraga: 'De andra grupperna förlorar texten i samma ögonblick. Allt som har skrivits finns kvar hos er.',
  lamnaFraga:
    'Ni förlorar texten i samma ögonblick, också den som har den öppen. Allt som har skrivits finns kvar hos de andra grupperna.',
  taUrFraga: (grupp: string) =>
    `${grupp} förlorar texten i samma ögonblick. Allt som har skrivits finns kvar hos er andra.`,
  avbryt: 'Avbryt',

  fragat: 'Grupperna är tillfrågade.',
  draget: 'Förslaget är tillbakadraget.',
  avslutat: 'Samarbetet är avslutat. Texten är bara er.',
  urtagen: (grupp: string) => `${grupp} är inte längre med och skriver.`,
  lamnat: 'Ni har lämnat samarbetet.',
  duSa: (svar: Svar, grupp: string) => `Du har svarat ${svar} för ${grupp}.`,

  inbjudan: 'Inbjudan att skriva tillsammans',
  vill: (fran: string, grupp: string) => `${fran} vill skriva tillsammans med ${grupp}`,
  egen: (grupp: string, med: string) => `${grupp} föreslås skriva tillsammans med ${med}`,
  blirMed: (nya: string) => `${nya} föreslås skriva med er`,
  med: (grupper: string) => `Tillsammans med ${grupper}`,
  fragatAv: (av: string, tid: string) => `frågat av ${av} ${tid}`,
  serSedan: 'Ni ser texten först när alla grupper har sagt ja.',
  tillTexten: 'Till texten',
  besvarad: {
    ja: 'Du har svarat ja. När alla grupper har sagt ja finns texten i ärendet.',
    nej: 'Du har svarat nej. Frågan gäller inte längre någon av grupperna.',
  } satisfies Readonly<Record<Svar, string>>,
} as const;
