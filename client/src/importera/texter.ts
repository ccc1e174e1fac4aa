import type { Andringstyp, Kodning } from '@samskrift/shared';

export const ANDRINGSNAMN: Readonly<Record<Andringstyp, string>> = {
  sidhuvud: 'Sidhuvud borttaget',
  streck: 'Streck borttaget',
  rubrik: 'Avsnitt igenkänt',
  underrubrik: 'Underrubrik igenkänd',
  rader: 'Rader sammanfogade',
  avstavning: 'Avstavning hopskriven',
  bindestreck: 'Bindestreck behållet',
  punktlista: 'Punktlista',
  numrerad_lista: 'Numrerad lista',
  beslutslista: 'Beslutssatser',
  citattecken: 'Citattecken',
  teckenform: 'Teckenform',
  metadata: 'Uppgift om handlingen',
};

const KODNINGSNAMN: Readonly<Record<Kodning, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

export const TEXTER = {
  rubrik: 'Importera text',
  tillbaka: 'Ärendet',
  hamtar: 'Hämtar ärendet …',
  farInte: 'Du kan inte skapa handlingar i det här ärendet, så det går inte att importera hit.',

  ingress:
    'Klistra in text ur ett dokument, eller välj en textfil (.txt). Ingenting sparas förrän du har sett och godkänt vad som ändras.',
  klistra: 'Text att importera',
  las: 'Läs texten',
  laser: 'Läser texten …',
  eller: 'eller',
  valjFil: 'Välj en textfil',
  tomText: 'Det finns ingen text att läsa. Klistra in text eller välj en fil.',

  annan: 'Ändra eller byt text',
  granskning: 'Granska texten',
  lamna: 'Lämna importen?',
  lamnaText: 'Texten är inte sparad någonstans än. Lämnar du sidan måste du klistra in den eller välja filen igen.',
  lamnaJa: 'Lämna',
  stanna: 'Stanna kvar',
  kodning: (kodning: Kodning) =>
    kodning === 'windows-1252'
      ? 'Filen är sparad i den äldre teckenkodningen Windows-1252. Kontrollera att å, ä och ö ser rätt ut.'
      : `Filen är läst som ${KODNINGSNAMN[kodning]}.`,
  antal: (antal: number) => (antal === 1 ? '1 ändring' : `${antal} ändringar`),
  inga: 'Texten behövde inte ändras.',
  visa: 'Visa',
  alla: (antal: number) => `Alla ändringar (${antal})`,
  avTyp: (typ: Andringstyp, antal: number) => `${ANDRINGSNAMN[typ]} (${antal})`,
  andringar: 'Ändringar',
  rad: (rad: number) => `Rad ${rad}`,
  fore: 'I originalet',
  efter: 'I handlingen',
  borttaget: 'Togs bort.',
  flera: (antal: number) => `Visa ${antal} till`,
  original: 'Original',
  resultat: 'Så blir handlingen',

  forvaxlingar: 'Bokstäver ur ett annat alfabet',
  forvaxling: (ord: string, forslag: string) =>
    `”${ord}” innehåller bokstäver som bara ser svenska ut. Menades ”${forslag}”?`,
  forvaxlingRad: 'Orden är inte ändrade. Rätta dem i handlingen om de är fel.',

  avstangdMall: (namn: string) => `Texten liknar mest mallen «${namn}», som nämnden inte använder.`,
  godkann: 'Skapa handlingen',
  godkannForklaring: 'Handlingen skapas med texten till höger. Originalet sparas inte.',
} as const;
