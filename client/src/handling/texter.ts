import type { Ratt } from '@samskrift/shared';

export const RATTNAMN: Readonly<Record<Ratt, string>> = {
  ingen: 'Ingen',
  lasa: 'Kan läsa',
  kommentera: 'Kan kommentera',
  skriva: 'Kan skriva',
};

export const TEXTER = {
  hamtar: 'Öppnar handlingen …',
  saknas: 'Handlingen finns inte',
  saknasText: 'Den kan ha tagits bort, eller så får du inte se den. Fråga den som skickade länken.',
  tagen: 'Du har inte längre tillgång till handlingen',
  tagenText: [
    'Uppdraget eller delningen som gav dig tillgång har tagit slut. Det du har skrivit och som hann sparas finns kvar hos dem som har handlingen.',
    'Kopian i den här webbläsaren är borttagen. Fråga en administratör om det inte stämmer.',
  ],
  tillArendena: 'Till ärendena',
  tillArendet: (dnr: string) => `Till ärendet ${dnr}`,
  kunde: 'Handlingen kunde inte öppnas',
  handlingen: 'Handlingen',
  text: 'Text',

  mer: 'Mer',
  dela: 'Dela',
  justera: 'Justera',
  skrivUt: 'Skriv ut',
  bytTitel: 'Byt titel',
  titel: 'Titel',
  spara: 'Spara',
  avbryt: 'Avbryt',
  stang: 'Stäng',

  delaRubrik: 'Dela handlingen',
  delaForklaring: (agare: string) =>
    `Handlingen ägs av ${agare}. De som har uppdrag där ser den redan. Här ger du andra rätt till just den här handlingen.`,
  delaSok: 'Sök person',
  delaTraffar: 'Träffar',
  delaSokExempel: 'Skriv minst två bokstäver av namnet',
  delaIngen: 'Ingen heter så. Kontrollera stavningen.',
  delaVantar: 'Söker …',
  delaMed: 'Delad med',
  delaInga: 'Handlingen är inte delad med någon.',
  delaRattFor: (namn: string) => `Rätt för ${namn}`,
  delaTaBort: (namn: string) => `Sluta dela med ${namn}`,
  delad: (namn: string) => `Handlingen är delad med ${namn}.`,
  slutadDela: (namn: string) => `Handlingen delas inte längre med ${namn}.`,

  justeraRubrik: 'Justera handlingen?',
  justeraVad: (titel: string) => `Du är på väg att justera ”${titel}”. Det här händer:`,
  justeraPunkter: [
    'Texten låses i samma ögonblick för alla, också för den som skriver just nu. Ingen kan sedan ändra den, inte heller du.',
    'Texten sparas med ditt namn, tiden och en kontrollsumma i nämndens kedja. Varje senare ändring går därför att upptäcka.',
    'Den som är frånkopplad när det sker behåller sin text i sin webbläsare och kan kopiera den till en ny handling.',
  ],
  justeraForAlltid: 'En justering går inte att ångra.',
  justeraGor: 'Justera och lås texten',
  justeraSparas: 'Det du nyss skrev sparas. Du kan justera så snart det är sparat.',
  justeraOsparat:
    'En del av det du har skrivit är inte sparat på servern. Justerar du nu kommer det osparade inte med: det finns kvar i den här webbläsaren och kan kopieras till en ny handling. Vill du ha med det, avbryt och vänta tills det står ”Sparat”.',
  justeraAnda: 'Justera utan det osparade',
  justeradNu: 'Handlingen är justerad. Texten är låst.',

  justeradAv: (person: string, tid: string) => `Justerad av ${person} ${tid}.`,
  justeradLast: 'Texten är låst.',
  justeradOlasligt: 'Handlingen är justerad, men uppgifterna om förseglingen går inte att läsa.',
  seKontroll: 'Se Kontroll',
  sigillVisa: 'Kontrollsumma',
  sigillNr: 'Nummer i nämndens kedja',
  sigillSumma: 'Textens kontrollsumma (SHA-256)',
  sigillFore: 'Föregående postens summa',
  sigillKedja: 'Postens summa i kedjan',
  kopiera: 'Kopiera',
  kopierad: 'Kopierad',
} as const;
