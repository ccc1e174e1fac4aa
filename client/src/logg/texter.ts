import { type Akt, type Aktrad, LAGEN, type Lage, type Oidcfel, type Ratt } from '@samskrift/shared';
import { LAGESORD } from '../inlamning/texter.ts';

/** What each act is called where one is chosen. */
export const AKTNAMN: Readonly<Record<Akt, string>> = {
  inloggad: 'Inloggning',
  inloggningMisslyckad: 'Misslyckad inloggning',
  utloggad: 'Utloggning',
  inbjuden: 'Inbjudan',
  identitetKopplad: 'Kopplad inloggning',
  identitetLossad: 'Bortkopplad inloggning',
  administratorGiven: 'Ny administratör',
  administratorTagen: 'Borttagen administratör',
  nyckelTillagd: 'Ny nyckel',
  nyckelBorttagen: 'Borttagen nyckel',
  losenordValt: 'Nytt lösenord',
  losenordslankSkapad: 'Länk för nytt lösenord',
  kontoSparrat: 'Spärrat konto',
  kontoOppnat: 'Öppnat konto',
  sessionAvslutad: 'Avslutad inloggning',
  organSkapat: 'Nytt organ',
  organAndrat: 'Ändrat organ',
  installningAndrad: 'Ändrad inställning',
  personAndrad: 'Ändrad person',
  uppdragGivet: 'Nytt uppdrag',
  medlemGodkand: 'Medlem godkänd',
  medlemNekad: 'Medlem nekad',
  medlemProvas: 'Medlem väntar på nytt',
  uppdragAvslutat: 'Avslutat uppdrag',
  forteckningInlast: 'Inläst förteckning',
  arendeSkapat: 'Nytt ärende',
  arendeAndrat: 'Ändrat ärende',
  javAnmalt: 'Anmält jäv',
  javHavt: 'Hävt jäv',
  handlingSkapad: 'Ny handling',
  handlingOppnad: 'Öppnad handling',
  titelAndrad: 'Bytt titel',
  rattGiven: 'Given rätt',
  rattTagen: 'Tagen rätt',
  samarbeteForeslaget: 'Föreslaget samarbete',
  samarbeteSvarat: 'Svar om samarbete',
  samarbeteLamnat: 'Lämnat samarbete',
  samarbeteAterkallat: 'Tillbakadraget förslag om samarbete',
  samarbeteAvslutat: 'Avslutat samarbete',
  kopiorGivna: 'Text given till andra nämnder',
  lageAndrat: 'Ändrat läge',
  kopiaInlamnad: 'Inlämnad kopia av utkast',
  inlamnad: 'Inlämning',
  atertagen: 'Återtagande',
  forseglad: 'Justering',
  exporterad: 'Uttagen fil',
};

/** What somebody did, where nothing more is to be said of it. */
const VERB: Readonly<Record<Akt, string>> = {
  inloggad: 'loggade in',
  inloggningMisslyckad: 'försökte logga in och kom inte in',
  utloggad: 'loggade ut',
  inbjuden: 'bjöd in en person',
  identitetLossad: 'kopplade bort kommunens inloggning från ett konto',
  administratorGiven: 'gjorde en person till administratör',
  administratorTagen: 'tog tillbaka rätten att administrera från en person',
  nyckelTillagd: 'lade till en nyckel att logga in med',
  nyckelBorttagen: 'tog bort en nyckel',
  identitetKopplad: 'kopplade kommunens inloggning till sitt konto',
  losenordValt: 'valde lösenord',
  losenordslankSkapad: 'gjorde en länk för nytt lösenord',
  kontoSparrat: 'spärrade ett konto',
  kontoOppnat: 'öppnade ett spärrat konto',
  sessionAvslutad: 'avslutade en inloggning',
  organSkapat: 'lade upp ett organ',
  organAndrat: 'ändrade ett organ',
  installningAndrad: 'ändrade en nämnds inställningar',
  personAndrad: 'ändrade en person',
  uppdragGivet: 'gav ett uppdrag',
  medlemGodkand: 'sade ja till en ny medlem i partigruppen',
  medlemNekad: 'sade nej till en ny medlem i partigruppen',
  medlemProvas: 'väntar på partigruppens ja efter en ny väg in i kontot',
  uppdragAvslutat: 'ändrade slutet på ett uppdrag',
  forteckningInlast: 'läste in en förteckning',
  arendeSkapat: 'lade upp ärendet',
  arendeAndrat: 'ändrade ärendet',
  javAnmalt: 'anmälde jäv i ärendet',
  javHavt: 'hävde ett jäv i ärendet',
  handlingSkapad: 'skapade handlingen',
  handlingOppnad: 'öppnade handlingen',
  titelAndrad: 'bytte titel på handlingen',
  rattGiven: 'gav någon rätt till handlingen',
  rattTagen: 'tog någons rätt till handlingen',
  samarbeteForeslaget: 'föreslog att handlingen skrivs tillsammans',
  samarbeteSvarat: 'svarade om att skriva handlingen tillsammans',
  samarbeteLamnat: 'tog en grupp ur samarbetet om handlingen',
  samarbeteAterkallat: 'drog tillbaka förslaget att skriva handlingen tillsammans',
  samarbeteAvslutat: 'avslutade samarbetet om handlingen',
  kopiorGivna: 'gav texten till partiets grupper i andra nämnder',
  lageAndrat: 'ändrade läget',
  kopiaInlamnad: 'lämnade in en kopia av utkastet',
  inlamnad: 'lämnade in texten',
  atertagen: 'återtog texten',
  forseglad: 'justerade handlingen',
  exporterad: 'tog ut loggen som fil',
};

const RATTORD: Readonly<Record<string, string>> = { lasa: 'läsa', kommentera: 'kommentera', skriva: 'skriva' };

const GENOM: Readonly<Record<string, string>> = { oidc: ' med kommunens inloggning', nyckel: ' med nyckel' };

/** Why the city's own login let nobody in, for who is to help. */
const SKAL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    avbruten: 'det avbröts',
    ogiltigt: 'svaret gick inte att lita på',
    naddesInte: 'tjänsten nåddes inte',
    intePaborjad: 'det var inte påbörjat där, eller för gammalt',
    ingetKonto: 'det finns inget öppet konto',
    ejVerifierad: 'adressen är inte intygad',
    annanIdentitet: 'kontot hör till en annan inloggning',
    forManga: 'för många försök',
  } satisfies Record<Oidcfel, string>),
);

/** What somebody did, as a sentence after the name. */
export function gjorde({ akt, detalj, tid }: Aktrad): string {
  switch (akt) {
    case 'rattGiven':
      return `gav ${detalj.till ?? ''} rätt att ${RATTORD[String(detalj.ratt)] ?? ''}`;
    case 'rattTagen':
      if (detalj.genom === 'konto') return 'miste delningen av handlingen vid en ny väg in i kontot';
      return `slutade dela med ${detalj.av ?? ''}`;
    case 'samarbeteForeslaget':
      return `föreslog att handlingen skrivs tillsammans med ${detalj.med ?? ''}`;
    case 'samarbeteSvarat':
      return `svarade ${detalj.svar ?? ''} för ${detalj.grupp ?? ''} om att skriva handlingen tillsammans`;
    case 'samarbeteLamnat':
      return `tog ${detalj.grupp ?? ''} ur samarbetet om handlingen`;
    case 'inloggad':
      return VERB.inloggad + (GENOM[String(detalj.genom)] ?? '');
    case 'inloggningMisslyckad': {
      if (detalj.genom === 'losenordsbyte') return 'skrev fel lösenord när det skulle bytas';
      const skal = SKAL.get(String(detalj.skal));
      const utan = `försökte logga in${GENOM[String(detalj.genom)] ?? ''} och kom inte in`;
      return skal === undefined ? utan : `${utan}: ${skal}`;
    }
    case 'uppdragAvslutat':
      // One that ends as it begins, on a later day, never held.
      return detalj.till === detalj.fran && String(detalj.fran) > tid
        ? 'tog bort ett uppdrag som inte hade börjat'
        : VERB.uppdragAvslutat;
    case 'exporterad':
      return detalj.antal === undefined ? VERB.exporterad : `tog ut ${detalj.antal} rader som fil`;
    case 'lageAndrat': {
      const till = LAGEN.find((lage) => lage === detalj.till);
      return till === undefined ? VERB.lageAndrat : `gjorde handlingen ${LAGESORD[till].toLocaleLowerCase('sv')}`;
    }
    case 'inlamnad':
      return `lämnade in texten för ${detalj.grupp ?? ''}`;
    default:
      return VERB[akt];
  }
}

export const FAR: Readonly<Record<Ratt, string>> = {
  ingen: 'ser inte',
  lasa: 'får läsa',
  kommentera: 'får kommentera',
  skriva: 'får skriva',
};

export const TEXTER = {
  rubrik: 'Logg',
  ingress:
    'Vad som har gjorts, inte vad som har skrivits. Du ser det som gäller handlingar och ärenden som du får se, och det du själv har gjort. Raderna kan inte ändras av någon.',
  vad: 'Vad',
  allt: 'Allt',
  vem: 'Vem',
  vemExempel: 'Del av namnet',
  fran: 'Från och med',
  till: 'Till och med',
  rensa: 'Rensa',
  hamta: 'Hämta som fil',
  laddar: 'Läser loggen …',
  inga: 'Ingenting i loggen passar det du söker.',
  fler: 'Visa äldre',
  antal: (antal: number, fler: boolean) => (fler ? `Minst ${antal} rader` : antal === 1 ? '1 rad' : `${antal} rader`),
  okand: 'Okänd',
  tillgang: 'Vem har tillgång?',
  tillgangIngress: 'De här personerna ser handlingen i dag. För alla andra finns den inte.',
  lagetSager: {
    arbetsmaterial: 'Den är arbetsmaterial: bara den som äger den ser den, och de som den är delad med.',
    inlamnad:
      'Den är inlämnad: nämndsekreteraren, registratorn och presidiet ser den, och nämndens övriga om nämnden har bestämt det.',
    utskickad: 'Den är utskickad: alla i nämnden, förvaltningen och partigrupperna ser den.',
    expedierad: 'Den är expedierad: alla i nämnden, förvaltningen och partigrupperna ser den.',
    justerad: 'Den är justerad: alla i nämnden, förvaltningen och partigrupperna ser den.',
    arkiverad: 'Den är arkiverad: alla i nämnden, förvaltningen och partigrupperna ser den.',
  } satisfies Record<Lage, string>,
  genomDelning: 'Handlingen är delad med personen.',
  genomMedgrupp: (roll: string, organ: string, till: string | null) =>
    `${roll} i ${organ}, som skriver handlingen tillsammans med ägaren${till === null ? '' : `, till ${till}`}.`,
  genomUppdrag: (roll: string, organ: string, till: string | null) =>
    `${roll} i ${organ}${till === null ? '' : `, till ${till}`}.`,
} as const;
