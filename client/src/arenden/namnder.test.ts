import { expect, it } from 'vitest';
import { namnderAtt } from './namnder.ts';

const KULTUR = { id: 'kultur', namn: 'Kulturnämnden' };
const ALDRE = { id: 'aldre', namn: 'Äldrenämnden' };
const BYGG = { id: 'bygg', namn: 'Byggnadsnämnden' };
const uppdrag = (
  roll: 'handlaggare' | 'namndsekreterare' | 'ordforande' | 'gruppledare',
  organTyp: 'forvaltning' | 'namnd' | 'partigrupp',
  namnd = KULTUR,
) => ({
  ...{ roll, organTyp, organId: 'o', organNamn: 'Organet', namnd },
});

it('[G25] a new ärende is offered to who may lay one up, in those nämnder and no others', () => {
  const handlaggare = uppdrag('handlaggare', 'forvaltning', ALDRE);
  const sekreterare = uppdrag('namndsekreterare', 'namnd', BYGG);
  expect(namnderAtt({ uppdrag: [handlaggare, sekreterare, handlaggare] })).toEqual([BYGG, ALDRE]);
  expect(namnderAtt({ uppdrag: [uppdrag('ordforande', 'namnd'), uppdrag('gruppledare', 'partigrupp')] })).toEqual([]);
  expect(namnderAtt({ uppdrag: [] })).toEqual([]);
});
