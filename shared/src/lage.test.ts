import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harNatt, LAGEN, LAGESAKTER, type Lage, type Lagesakt, lageEfter } from './lage.ts';

/** Said apart from the code: a new läge or act does not compile until every cell is answered here too. */
const TABELL: Record<Lage, Record<Lagesakt, Lage | null>> = {
  arbetsmaterial: cells('inlamnad', null, null, null, 'justerad', null),
  inlamnad: cells(null, 'arbetsmaterial', 'utskickad', null, 'justerad', 'arkiverad'),
  utskickad: cells(null, null, null, 'expedierad', 'justerad', 'arkiverad'),
  expedierad: cells(null, null, null, null, 'justerad', 'arkiverad'),
  justerad: cells(null, null, null, null, null, 'arkiverad'),
  arkiverad: cells(null, null, null, null, null, null),
};

function cells(
  lamnaIn: Lage | null,
  taTillbaka: Lage | null,
  skickaUt: Lage | null,
  expediera: Lage | null,
  justera: Lage | null,
  arkivera: Lage | null,
): Record<Lagesakt, Lage | null> {
  return { lamnaIn, taTillbaka, skickaUt, expediera, justera, arkivera };
}

describe('the offentlighetslägen', () => {
  for (const lage of LAGEN)
    for (const akt of LAGESAKTER)
      it(`[Y1] ${akt} from ${lage}: ${TABELL[lage][akt] ?? 'cannot be done'}`, () => {
        expect(lageEfter(lage, akt)).toBe(TABELL[lage][akt]);
      });

  it('[Y1] no sequence of acts leaves the table, comes back from what was sent out, or changes what is archived', () => {
    const acts = fc.array(fc.constantFrom(...LAGESAKTER), { maxLength: 30 });
    fc.assert(
      fc.property(acts, (sequence) => {
        let lage: Lage = 'arbetsmaterial';
        for (const akt of sequence) {
          const next: Lage = lageEfter(lage, akt) ?? lage;
          expect(LAGEN).toContain(next);
          if (harNatt(lage, 'utskickad')) expect(harNatt(next, lage)).toBe(true);
          if (lage === 'justerad') expect(['justerad', 'arkiverad']).toContain(next);
          lage = next;
        }
      }),
    );
  });
});
