import { avsnitt, beslutslista, dokument, stycke } from '@samskrift/shared';

export const KULTURSKOLA = dokument(
  avsnitt(
    'forslag_till_beslut',
    'Förvaltningens förslag till beslut',
    beslutslista([
      'Kulturnämnden godkänner förvaltningens förslag till avgifter i kulturskolan från och med höstterminen 2027.',
      'Förvaltningen får i uppdrag att följa upp hur antalet elever utvecklas.',
    ]),
  ),
  avsnitt(
    'sammanfattning',
    'Sammanfattning',
    stycke(
      'Avgiften för en ämneskurs föreslås sänkas från 900 till 600 kronor per termin. Kön till stråk och slagverk har halverats sedan 2024, medan antalet elever från Norra Ängby och Sjövik har minskat.',
    ),
  ),
  avsnitt(
    'arendet',
    'Ärendet',
    stycke(
      'Kulturskolan har 640 elever, av dem är 71 procent flickor. Var fjärde familj som har tackat nej till en plats uppger avgiften som skäl.',
    ),
  ),
  avsnitt(
    'arendets_beredning',
    'Ärendets beredning',
    stycke('Ärendet har beretts inom kulturförvaltningen i samråd med utbildningsförvaltningen.'),
  ),
  avsnitt(
    'synpunkter',
    'Förvaltningens synpunkter',
    stycke(
      'Förvaltningen bedömer att den lägre avgiften ryms inom ramen, eftersom fler elever per grupp väntas täcka omkring hälften av bortfallet.',
    ),
  ),
);
