import { avsnitt, beslutslista, dokument, numreradLista, punktlista, stycke } from '@samskrift/shared';

export const FORENINGSBIDRAG = dokument(
  avsnitt(
    'forslag_till_beslut',
    'Förvaltningens förslag till beslut',
    beslutslista([
      'Kulturnämnden antar förvaltningens förslag till riktlinjer för bidrag till föreningar.',
      'Riktlinjerna gäller för bidrag som söks från och med den 1 januari 2027.',
      'Kulturnämnden uppdrar åt förvaltningen att redovisa utfallet senast i mars 2028.',
    ]),
  ),
  avsnitt(
    'sammanfattning',
    'Sammanfattning',
    stycke(
      'De nuvarande riktlinjerna är från 2014. De gör skillnad mellan föreningar efter hur gamla de är, vilket har lett till att nya föreningar i praktiken inte får bidrag förrän efter tre år.',
    ),
    stycke(
      'Förvaltningen föreslår att bidragen i stället delas in efter vad de ska användas till, att ansökan görs en gång om året och att ett mindre belopp hålls kvar för verksamhet som inte kunnat planeras.',
    ),
  ),
  avsnitt(
    'bakgrund',
    'Bakgrund',
    stycke(
      'Nämnden delade under 2025 ut 2,3 miljoner kronor till 61 föreningar. Av dessa hade 54 fått bidrag även året innan. Elva föreningar fick avslag, och åtta av dem hade funnits i mindre än tre år.',
    ),
  ),
  avsnitt(
    'arendet',
    'Ärendet',
    stycke('Förslaget innebär tre slags bidrag:'),
    punktlista([
      'grundbidrag till föreningar med öppen verksamhet året om,',
      'verksamhetsbidrag till en namngiven verksamhet under högst två år,',
      'snabbt bidrag om högst 15 000 kronor, som beslutas inom tre veckor.',
    ]),
    stycke('En förening som söker ska lämna:'),
    numreradLista([
      'stadgar och en lista över styrelsen,',
      'årsmötets protokoll och senaste bokslut,',
      'en beskrivning av verksamheten på högst två sidor.',
    ]),
  ),
  avsnitt(
    'arendets_beredning',
    'Ärendets beredning',
    stycke(
      'Förslaget har tagits fram av kulturförvaltningen. Föreningsrådet har tagit del av ett utkast, och 23 föreningar har svarat på en enkät.',
    ),
  ),
  avsnitt(
    'synpunkter',
    'Förvaltningens synpunkter och förslag',
    stycke(
      'Förvaltningen bedömer att en indelning efter ändamål är lättare att förstå och att följa upp. Den gör det också tydligt vad nämnden vill åstadkomma med pengarna.',
    ),
    stycke(
      'Flera föreningar har i enkäten befarat att grundbidragen minskar. Förvaltningen föreslår därför att ingen förening under 2027 får mindre än 80 procent av sitt bidrag för 2026, om verksamheten är oförändrad.',
    ),
  ),
  avsnitt(
    'maluppfyllelse',
    'Måluppfyllelse',
    stycke('Förslaget bidrar till nämndens mål om ett kulturliv som är öppet för alla, i hela kommunen.'),
  ),
  avsnitt(
    'konsekvenser_for_barn',
    'Konsekvenser för barn',
    stycke(
      'Snabba bidrag gör det lättare för unga att genomföra egna idéer. Föreningar med verksamhet för barn prioriteras när pengarna inte räcker.',
    ),
  ),
);

export const PROTOKOLL_FORENINGSBIDRAG = dokument(
  avsnitt(
    'beslut',
    'Beslut',
    beslutslista(['Kulturnämnden antar förvaltningens förslag till riktlinjer för bidrag till föreningar.']),
  ),
  avsnitt(
    'sammanfattning',
    'Sammanfattning av ärendet',
    stycke(
      'Förvaltningen föreslår nya riktlinjer för bidrag till föreningar, där bidragen delas in efter vad de ska användas till och där nya föreningar kan få bidrag från första året.',
    ),
  ),
  avsnitt(
    'yrkanden',
    'Förslag till beslut',
    stycke('Göran Ek (BP) föreslog att nämnden skulle besluta enligt förvaltningens förslag.'),
    stycke('Ordföranden förklarade överläggningen avslutad.'),
  ),
  avsnitt(
    'beslutsgang',
    'Beslutsgång',
    stycke('Ordföranden ställde förslaget under proposition och fann att nämnden biföll det.'),
  ),
  avsnitt(
    'handlingar',
    'Handlingar i ärendet',
    punktlista(['KUN 2026/98-1 Tjänsteutlåtande', 'KUN 2026/98-2 Riktlinjer']),
  ),
);
