import type { Konto } from '@samskrift/shared';
import { kopplaLoss, sattAdministrator, sparra } from './fragor.ts';

/** What an administrator asks for and confirms about a person. */
export type Beslut = 'sparra' | 'gorAdministrator' | 'taAdministrator' | 'kopplaLoss';

interface Ord {
  readonly rubrik: (namn: string) => string;
  readonly text: string;
  readonly knapp: string;
  readonly gjort: (namn: string) => string;
  readonly gor: (id: string) => Promise<Konto>;
  /** Takes something from the person. */
  readonly tar: boolean;
}

export const BESLUT: Readonly<Record<Beslut, Ord>> = {
  sparra: {
    rubrik: (namn) => `Spärra ${namn}?`,
    text: 'Personen loggas ut överallt genast och kan inte logga in förrän kontot öppnas. Det som personen har skrivit finns kvar.',
    knapp: 'Spärra kontot',
    gjort: (namn) => `${namn} är spärrad.`,
    gor: (id) => sparra(id, true),
    tar: true,
  },
  gorAdministrator: {
    rubrik: (namn) => `Gör ${namn} till administratör?`,
    text: 'Personen kan då bjuda in, spärra och ge uppdrag, också åt sig själv, och göra andra till administratörer. Rätt att läsa handlingar ger det inte.',
    knapp: 'Gör till administratör',
    gjort: (namn) => `${namn} är administratör.`,
    gor: (id) => sattAdministrator(id, true),
    tar: false,
  },
  taAdministrator: {
    rubrik: (namn) => `Ta tillbaka administratör från ${namn}?`,
    text: 'Personen kan inte längre administrera. Kontot och uppdragen finns kvar.',
    knapp: 'Ta tillbaka administratör',
    gjort: (namn) => `${namn} är inte längre administratör.`,
    gor: (id) => sattAdministrator(id, false),
    tar: true,
  },
  kopplaLoss: {
    rubrik: (namn) => `Koppla loss ${namn}?`,
    text: 'Kontot släpper den inloggning hos kommunen som det hör till, och personen loggas ut överallt. Nästa inloggning hos kommunen med kontots e-postadress kopplas i stället och blir kontots enda sätt att logga in; är personen med i en partigrupp tillfrågas gruppen igen.',
    knapp: 'Koppla loss inloggningen',
    gjort: (namn) => `${namn} är loss från kommunens inloggning.`,
    gor: kopplaLoss,
    tar: true,
  },
};
