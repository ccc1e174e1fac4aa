import type { Malldata } from './mall.ts';

type Avsnittsdata = Malldata['avsnitt'][number];

const forslag: Avsnittsdata = {
  typ: 'forslag_till_beslut',
  rubriker: ['{Myndighetens} förslag till beslut', '{egetnamns} förslag till beslut', 'Förslag till beslut'],
  obligatoriskt: true,
  iForstaText: true,
  beslutslista: true,
};
const sammanfattning: Avsnittsdata = {
  typ: 'sammanfattning',
  rubriker: ['Sammanfattning', 'Sammanfattning av ärendet'],
  obligatoriskt: true,
  iForstaText: true,
};
const bakgrund: Avsnittsdata = { typ: 'bakgrund', rubriker: ['Bakgrund'], obligatoriskt: false, iForstaText: false };
const arendet: Avsnittsdata = { typ: 'arendet', rubriker: ['Ärendet'], obligatoriskt: true, iForstaText: true };
const beredning: Avsnittsdata = {
  typ: 'arendets_beredning',
  rubriker: ['Ärendets beredning', 'Beredning'],
  obligatoriskt: true,
  iForstaText: true,
};
const egnaSynpunkter = '{egetnamns} synpunkter';
const synpunkterOchForslag = '{Myndighetens} synpunkter och förslag';
const synpunkter: Avsnittsdata = {
  typ: 'synpunkter',
  rubriker: [egnaSynpunkter, synpunkterOchForslag, '{egetnamns} synpunkter och förslag'],
  obligatoriskt: true,
  iForstaText: true,
};
const maluppfyllelse: Avsnittsdata = {
  typ: 'maluppfyllelse',
  rubriker: ['Måluppfyllelse'],
  obligatoriskt: false,
  iForstaText: false,
};
const jamstalldhet: Avsnittsdata = {
  typ: 'jamstalldhetsanalys',
  rubriker: ['Jämställdhetsanalys', 'Jämställdhetsanalys och barnrättsanalys'],
  obligatoriskt: false,
  iForstaText: false,
};
const barn: Avsnittsdata = {
  typ: 'konsekvenser_for_barn',
  rubriker: [
    'Konsekvenser för barn',
    'Konsekvenser för barns rättigheter',
    'Konsekvenser för barns rättigheter samt jämställdhetsanalys',
    'Barnkonsekvensanalys',
  ],
  obligatoriskt: false,
  iForstaText: false,
};
const bilagor: Avsnittsdata = {
  typ: 'bilagor',
  rubriker: ['Bilagor', 'Bilaga'],
  obligatoriskt: false,
  iForstaText: false,
};
const fran = (avsnitt: Avsnittsdata): Avsnittsdata => ({ ...avsnitt, iForstaText: true });

/** The three forms of a tjänsteutlåtande in domain §1.2: 2024 (001), 2012 (003) and 2019 (004). */
export const TJANSTEUTLATANDEN: readonly Malldata[] = [
  {
    id: 'tjansteutlatande-svar',
    typ: 'tjansteutlatande',
    namn: 'Svar på remiss',
    beskrivning: 'Förslag, sammanfattning, ärendet, beredning och synpunkter.',
    avsnitt: [
      {
        ...forslag,
        forifyllt: ['{namnd} överlämnar {myndighetens} tjänsteutlåtande till kommunstyrelsen som svar på remissen.'],
      },
      sammanfattning,
      bakgrund,
      arendet,
      beredning,
      synpunkter,
      jamstalldhet,
      barn,
      bilagor,
    ],
  },
  {
    id: 'tjansteutlatande-aldre',
    typ: 'tjansteutlatande',
    namn: 'Tjänsteutlåtande med underskrifter och bilaga',
    beskrivning: 'Äldre ordning: underskrifter efter förslaget och beredningen före ärendet.',
    avsnitt: [
      forslag,
      { typ: 'underskrifter', rubriker: ['Underskrifter'], obligatoriskt: true, iForstaText: true },
      sammanfattning,
      beredning,
      arendet,
      { ...synpunkter, rubriker: [synpunkterOchForslag, egnaSynpunkter, '{egetnamns} synpunkter och förslag'] },
      { ...fran(bilagor), rubriker: ['Bilaga', 'Bilagor'] },
    ],
  },
  {
    id: 'tjansteutlatande-konsekvens',
    typ: 'tjansteutlatande',
    namn: 'Tjänsteutlåtande med konsekvenser',
    beskrivning: 'Med bakgrund, måluppfyllelse, jämställdhet och konsekvenser för barn.',
    avsnitt: [
      forslag,
      sammanfattning,
      fran(bakgrund),
      arendet,
      beredning,
      { ...synpunkter, rubriker: [synpunkterOchForslag, egnaSynpunkter, '{egetnamns} synpunkter och förslag'] },
      fran(maluppfyllelse),
      jamstalldhet,
      fran(barn),
      bilagor,
    ],
  },
];
