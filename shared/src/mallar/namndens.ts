import type { Malldata } from './mall.ts';

/** The nämnd's own paragraph of the minutes (domain §1.1) and the texts that members hand in (§2.2). */
export const NAMNDENS_MALLAR: readonly Malldata[] = [
  {
    id: 'protokollsparagraf',
    typ: 'protokollsparagraf',
    namn: 'Protokollsparagraf',
    beskrivning: 'Beslut, sammanfattning, förslag till beslut och beslutsgång.',
    avsnitt: [
      {
        typ: 'beslut',
        rubriker: ['Beslut'],
        obligatoriskt: true,
        iForstaText: true,
        beslutslista: true,
        forifyllt: ['{namnd} beslutar enligt {myndighetens} förslag.'],
      },
      {
        typ: 'sammanfattning',
        rubriker: ['Sammanfattning av ärendet', 'Sammanfattning', 'Ärendet'],
        obligatoriskt: true,
        iForstaText: true,
      },
      { typ: 'yrkanden', rubriker: ['Förslag till beslut', 'Yrkanden'], obligatoriskt: false, iForstaText: true },
      { typ: 'beslutsgang', rubriker: ['Beslutsgång'], obligatoriskt: false, iForstaText: true },
      { typ: 'reservation', rubriker: ['Reservation', 'Reservationer'], obligatoriskt: false, iForstaText: false },
      {
        typ: 'sarskilt_uttalande',
        rubriker: ['Särskilt uttalande', 'Särskilda uttalanden'],
        obligatoriskt: false,
        iForstaText: false,
      },
      { typ: 'ersattaryttrande', rubriker: ['Ersättaryttrande'], obligatoriskt: false, iForstaText: false },
      {
        typ: 'protokollsanteckning',
        rubriker: ['Protokollsanteckning', 'Protokollsanteckningar'],
        obligatoriskt: false,
        iForstaText: false,
      },
      { typ: 'handlingar', rubriker: ['Handlingar i ärendet'], obligatoriskt: true, iForstaText: true },
      { typ: 'signerat_av', rubriker: ['Signerat av'], obligatoriskt: false, iForstaText: false },
    ],
  },
  {
    id: 'reservation',
    typ: 'reservation',
    namn: 'Yrkande och reservation',
    beskrivning: 'Att-satser och motivering. Samma text blir yrkande och, om förslaget faller, reservation.',
    avsnitt: [
      {
        typ: 'attsatser',
        rubriker: ['Förslag till beslut', 'Yrkande'],
        obligatoriskt: true,
        iForstaText: true,
        beslutslista: true,
        forifyllt: ['Att delvis godkänna {myndighetens} förslag till beslut.', 'Att därutöver anföra följande.'],
      },
      { typ: 'motivering', rubriker: ['Motivering', 'Anförande'], obligatoriskt: true, iForstaText: true },
    ],
  },
  {
    id: 'sarskilt-uttalande',
    typ: 'sarskilt_uttalande',
    namn: 'Särskilt uttalande',
    beskrivning: 'En löpande text utan att-satser.',
    avsnitt: [{ typ: 'sarskilt_uttalande', rubriker: ['Särskilt uttalande'], obligatoriskt: true, iForstaText: true }],
  },
  {
    id: 'ersattaryttrande',
    typ: 'ersattaryttrande',
    namn: 'Ersättaryttrande',
    beskrivning: 'En löpande text av en ersättare som inte tjänstgör.',
    avsnitt: [{ typ: 'ersattaryttrande', rubriker: ['Ersättaryttrande'], obligatoriskt: true, iForstaText: true }],
  },
  {
    id: 'protokollsanteckning',
    typ: 'protokollsanteckning',
    namn: 'Protokollsanteckning',
    beskrivning: 'En löpande text som antecknas till protokollet, utan att-satser.',
    avsnitt: [
      { typ: 'protokollsanteckning', rubriker: ['Protokollsanteckning'], obligatoriskt: true, iForstaText: true },
    ],
  },
];
