import type { Arendelage, Arendeslag, Handlingstyp } from '@samskrift/shared';
import type { Visning } from './visning.ts';

export const TYPNAMN: Readonly<Record<Handlingstyp, string>> = {
  tjansteutlatande: 'Tjänsteutlåtande',
  protokollsparagraf: 'Protokollsparagraf',
  reservation: 'Yrkande eller reservation',
  sarskilt_uttalande: 'Särskilt uttalande',
  ersattaryttrande: 'Ersättaryttrande',
  protokollsanteckning: 'Protokollsanteckning',
};

export const SLAGNAMN: Readonly<Record<Arendeslag, string>> = {
  remiss: 'Remiss',
  egen_utredning: 'Egen utredning eller initiativ',
  medborgarforslag: 'Medborgarförslag',
  skrivelse: 'Skrivelse',
  ovrigt: 'Övrigt',
};

export const LAGENAMN: Readonly<Record<Arendelage, string>> = {
  oppnat: 'Öppnat',
  beredning: 'Under beredning',
  till_sammantrade: 'Till nästa sammanträde',
  beslutat: 'Beslutat',
  avslutat: 'Avslutat',
};

export const VISNINGSNAMN: Readonly<Record<Visning, string>> = {
  alla: 'Alla',
  mina: 'Mina',
  vantar: 'Väntar på mig',
  sammantrade: 'Till nästa sammanträde',
};

export const TEXTER = {
  rubrik: 'Ärenden',
  sok: 'Sök på titel eller diarienummer',
  nyttArende: 'Nytt ärende',
  inga: 'Här finns inga ärenden ännu. Börja med att lägga upp ett.',
  ingaTraffar: (sokt: string) => `Inget ärende har en titel eller ett diarienummer med ”${sokt}”.`,
  ingaVisade: 'Här finns inga ärenden just nu.',
  visa: 'Visa ärenden',
  sokITexter: (sokt: string) => `Sök efter ”${sokt}” i alla texter`,
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
  laggUpp: 'Lägg upp ärendet',
  avbryt: 'Avbryt',

  arendeslag: 'Ärendets slag',
  remissFran: 'Remiss från',
  sistaDag: 'Sista dag att svara',
  handlaggare: 'Handläggare',
  ingenHandlaggare: 'Ingen än',
  taBortHandlaggaren: 'Ta bort handläggaren',
  sammantrade: 'Nästa sammanträde',
  lage: 'Läge',
  andraArendet: 'Ändra ärendet',
  spara: 'Spara',
  svar: (kvar: string) => `Svar: ${kvar}`,
  tidslinje: 'Vad som har hänt',
  hamtarTidslinjen: 'Hämtar vad som har hänt …',

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
