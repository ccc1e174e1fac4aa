import { avsnitt, beslutslista, dokument, stycke } from '@samskrift/shared';

export const RESERVATION_BOKBUSS = dokument(
  avsnitt(
    'attsatser',
    'Förslag till beslut',
    beslutslista(['Att delvis godkänna förvaltningens förslag till beslut.', 'Att därutöver anföra följande.']),
  ),
  avsnitt(
    'motivering',
    'Motivering',
    stycke(
      'För den som bor i Norrby eller Lövånger är det fyra mil till närmaste bibliotek. Bussen går två gånger om dagen, och den sista hem går innan skolan slutar. Bokbussen är där inte ett komplement till biblioteket. Den är biblioteket.',
    ),
    stycke(
      'Förvaltningen räknar med att utlåning i butiker och skolor ska ersätta bokbussen. Vi tror att det kan bli bra på några platser, men vi vill se att det fungerar innan bussen säljs. Därför bör den gå kvar till och med 2028, och avvecklas först när varje hållplats har fått något som används minst lika mycket.',
    ),
  ),
);

export const UTTALANDE_BIBLIOTEK = dokument(
  avsnitt(
    'sarskilt_uttalande',
    'Särskilt uttalande',
    stycke(
      'Vi står bakom biblioteksplanen. Vi vill samtidigt framhålla att ett meröppet bibliotek är ett bibliotek utan personal under en del av dagen, och att det kräver något av besökarna. De som har svårast att klara sig själva vid en dator är också de som har mest nytta av någon att fråga.',
    ),
    stycke('När öppettiderna utökas bör därför tiden med personal aldrig bli kortare än den är i dag.'),
  ),
);
