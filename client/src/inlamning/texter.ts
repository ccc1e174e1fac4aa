import type { Lage, Lagesakt } from '@samskrift/shared';

/** Each offentlighetsläge as one word. */
export const LAGESORD: Readonly<Record<Lage, string>> = {
  arbetsmaterial: 'Arbetsmaterial',
  inlamnad: 'Inlämnad',
  utskickad: 'Utskickad',
  expedierad: 'Expedierad',
  justerad: 'Justerad',
  arkiverad: 'Arkiverad',
};

interface Akttext {
  readonly knapp: string;
  readonly rubrik: string;
  readonly vad: string;
  readonly gor: string;
  readonly gjort: string;
}

/** What is said of each act on a läge, but for the seal, which has a dialog of its own. */
export const AKTTEXT: Readonly<Record<Exclude<Lagesakt, 'justera'>, Akttext>> = {
  lamnaIn: {
    knapp: 'Lämna in …',
    rubrik: 'Lämna in till nämnden?',
    vad: 'Texten går till nämnden och kan sedan läsas men inte ändras. Nämndsekreteraren, registratorn, presidiet och, om nämnden har bestämt det, alla ledamöter och ersättare ser den. En paragraf ur protokollet går till justerarna. Du kan ta tillbaka texten tills den har skickats ut.',
    gor: 'Lämna in',
    gjort: 'Handlingen är inlämnad till nämnden.',
  },
  taTillbaka: {
    knapp: 'Ta tillbaka …',
    rubrik: 'Ta tillbaka texten?',
    vad: 'Texten blir arbetsmaterial igen och kan ändras. De i nämnden som såg den ser den inte längre. Att den var inlämnad står kvar i loggen.',
    gor: 'Ta tillbaka',
    gjort: 'Handlingen är arbetsmaterial igen.',
  },
  skickaUt: {
    knapp: 'Skicka ut …',
    rubrik: 'Skicka ut handlingen?',
    vad: 'Alla som har ett uppdrag i nämnden, i dess förvaltning eller i dess partigrupper ser handlingen från nu. Det går inte att ta tillbaka.',
    gor: 'Skicka ut',
    gjort: 'Handlingen är utskickad.',
  },
  expediera: {
    knapp: 'Expediera …',
    rubrik: 'Expediera handlingen?',
    vad: 'Du antecknar att handlingen har lämnat myndigheten. Det går inte att ta tillbaka.',
    gor: 'Expediera',
    gjort: 'Handlingen är expedierad.',
  },
  arkivera: {
    knapp: 'Arkivera …',
    rubrik: 'Arkivera handlingen?',
    vad: 'Handlingen tas om hand för arkiv som den är. Det går inte att ta tillbaka.',
    gor: 'Arkivera',
    gjort: 'Handlingen är arkiverad.',
  },
};

export const TEXTER = {
  avbryt: 'Avbryt',
  hamtar: 'Ser efter vem som kommer att se texten …',

  lamnaIn: 'Lämna in …',
  lamnaInRubrik: (namnd: string) => `Lämna in till ${namnd}?`,
  lamnaInVad: (titel: string) => `En ren kopia av ”${titel}” lämnas in, så som texten är sparad just nu:`,
  lamnaInPunkter: [
    'Texten och titeln följer med. Historik, versioner och uppgifter om vem som har skrivit vad följer inte med.',
    'Kopian blir en allmän handling, som registreras med nummer, tid och kontrollsumma. Ditt namn står som den som lämnade in den.',
    'Ert utkast är fortfarande bara gruppens. Kopian ändras inte när ni skriver vidare.',
  ],
  synsPresidiet: 'Före utskicket ser nämndens presidium, nämndsekreteraren och registratorn kopian.',
  synsAlla: 'Alla ledamöter och ersättare i nämnden, nämndsekreteraren och registratorn ser kopian genast.',
  synsSen: 'När nämndsekreteraren har skickat ut den ser alla i nämnden, förvaltningen och partigrupperna den.',
  angra: 'Gruppen kan återta den så länge nämnden inte har beslutat. Att den kom in står kvar.',
  saknas: 'Mallen har mer än texten:',
  saknasAnda: 'Det hindrar inte inlämningen.',
  ersatter: (nummer: string) =>
    `Gruppen har redan lämnat in ${nummer} ur det här utkastet. Den nya texten lämnas in med ett eget nummer, och den tidigare återtas om nämnden inte har beslutat.`,
  lamnaInGor: 'Lämna in',
  lamnaInNy: 'Lämna in den nya texten',
  sparas: 'Det du nyss skrev sparas. Du kan lämna in så snart det är sparat.',
  osparat:
    'En del av det du har skrivit är inte sparat på servern och kommer inte med. Vill du ha med det, avbryt och vänta tills det står ”Sparat”.',
  inlamnadNu: (nummer: string) => `Texten är inlämnad som ${nummer}.`,

  aterta: 'Återta …',
  atertaRubrik: (nummer: string) => `Återta ${nummer}?`,
  atertaVad:
    'Texten skickas inte ut och tas inte upp som gruppens. Den märks ”Återtagen”. Att den kom in är registrerat och står kvar, och de som har kunnat läsa den kan det även sedan. Det går inte att ångra, men gruppen kan lämna in en ny text.',
  atertaGor: 'Återta',
  atertagenNu: (nummer: string) => `${nummer} är återtagen.`,
  atertagen: 'Återtagen',

  inlamnadAv: (person: string, grupp: string, tid: string) => `Inlämnad av ${person} för ${grupp} ${tid}.`,
  atertagenAv: (person: string, tid: string) => `Återtagen av ${person} ${tid}.`,
  utkastInlamnat: (nummer: string, person: string, tid: string) => `Inlämnad som ${nummer} av ${person} ${tid}.`,
  inlamning: 'Inlämning',
  kvitto: 'Kvitto',
  kvittoPa: (nummer: string) => `Kvitto på ${nummer}`,

  kvittoRubrik: 'Kvitto på inlämnad text',
  kvittoHamtar: 'Hämtar kvittot …',
  kvittoSaknas: 'Kvittot finns inte',
  kvittoSaknasText: 'Texten är inte inlämnad, eller så får du inte se den.',
  skrivUt: 'Skriv ut',
  tillHandlingen: 'Till handlingen',
  tillArendena: 'Ärenden',
  grupp: 'Partigrupp',
  person: 'Inlämnad av',
  tid: 'Tid',
  namnd: 'Inlämnad till',
  arende: 'Ärende',
  nummer: 'Handlingsnummer',
  titel: 'Titel',
  slag: 'Slag',
  summa: 'Textens kontrollsumma (SHA-256)',
  ater: 'Återtagen',
  texten: 'Texten så som den lämnades in',

  inkommet: 'Inkommet',
  inkommetIngress:
    'Det som förvaltningen och partigrupperna har lämnat in till nämnden och som du får se, senast först. Alla har fått sitt handlingsnummer.',
  inkommetVantar: 'Inte utskickat',
  inkommetRest: 'Utskickat, justerat och återtaget',
  inkommetInget: 'Ingenting har kommit in.',
  inkommetInga: 'Här finns ingenting just nu.',
  inkommetHamtar: 'Hämtar det som har kommit in …',
  kom: (tid: string) => `kom in ${tid}`,
} as const;
