import type { Handlingstyp } from '@samskrift/shared';

export const TYPNAMN: Readonly<Record<Handlingstyp, string>> = {
  tjansteutlatande: 'Tjänsteutlåtande',
  protokollsparagraf: 'Protokollsparagraf',
  reservation: 'Yrkande eller reservation',
  sarskilt_uttalande: 'Särskilt uttalande',
  ersattaryttrande: 'Ersättaryttrande',
};

export const TEXTER = {
  rubrik: 'Ärenden',
  sok: 'Sök på titel eller diarienummer',
  nyttArende: 'Nytt ärende',
  inga: 'Här finns inga ärenden ännu. Börja med att lägga upp ett.',
  ingaTraffar: (sokt: string) => `Inget ärende har en titel eller ett diarienummer med ”${sokt}”.`,
  visaAlla: 'Visa alla ärenden',
  traffar: (antal: number) => (antal === 1 ? '1 ärende' : `${antal} ärenden`),
  antalHandlingar: (antal: number) => (antal === 1 ? '1 handling' : `${antal} handlingar`),
  andrad: (tid: string) => `ändrad ${tid}`,
  hamtar: 'Hämtar ärendena …',
  hamtarArendet: 'Hämtar ärendet …',
  utanNat: 'Servern går inte att nå. Du ser det som lästes senast.',

  dnr: 'Diarienummer',
  dnrExempel: 'Skrivs som KUN 2026/123',
  titel: 'Titel',
  namnd: 'Nämnd',
  valj: 'Välj …',
  ingenNamnd: 'Du har inget uppdrag i någon nämnd, så du kan inte lägga upp ärenden.',
  laggUpp: 'Lägg upp ärendet',
  avbryt: 'Avbryt',

  tillbaka: 'Ärenden',
  handlingar: 'Handlingar',
  ingaHandlingar: 'Ärendet har inga handlingar som du får se.',
  nyHandling: 'Ny handling',
  importera: 'Importera text',
  justerad: (tid: string) => `Justerad ${tid}`,
  justeradOlasligt: 'Justerad. Uppgifterna om förseglingen går inte att läsa – se Kontroll.',
  barLasa: 'Bara läsning',
  agare: 'Ägare',
  vilkenAgare: 'Vems handling är det?',
  agareForklaring: 'Ägaren bestämmer vilka som ser texten. En partigrupps handling ser bara gruppen.',
  slag: 'Slag av handling',
  mall: 'Mall',
  skapa: 'Skapa handlingen',
  skapad: (tid: string, av: string) => `${av}, ${tid}`,
} as const;
