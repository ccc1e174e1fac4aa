import { forvaltningId, handlingId, namndId, partigruppId, personId } from './ids.ts';
import { LAGEN, type Lage } from './lage.ts';
import { type Organ, type RattHandling, ROLLER, type Roll, ratt } from './ratt.ts';

const NAMND = { typ: 'namnd', id: namndId('namnden') } as const;
const FORVALTNING = { typ: 'forvaltning', id: forvaltningId('forvaltningen') } as const;
const GRUPP = { typ: 'partigrupp', id: partigruppId('gruppen') } as const;
const ANNAN_GRUPP = { typ: 'partigrupp', id: partigruppId('annan') } as const;
const MEDGRUPP = { typ: 'partigrupp', id: partigruppId('medgruppen') } as const;

/** Where the person has the role, seen from a handling of the nämnd, its förvaltning or one of its groups. */
const RELATIONER: Readonly<Record<string, Organ>> = {
  'i nämnden': NAMND,
  'i dess förvaltning': FORVALTNING,
  'i partigruppen': GRUPP,
  'i en grupp som skriver med': MEDGRUPP,
  'i en annan partigrupp': ANNAN_GRUPP,
  'i en annan nämnd': { typ: 'namnd', id: namndId('annan') },
  'i en annan förvaltning': { typ: 'forvaltning', id: forvaltningId('annan') },
};

interface Slag {
  readonly agare: Organ;
  readonly inlamning: RattHandling['inlamning'];
  /** The lägen that such a handling can have. */
  readonly lagen: readonly Lage[];
}

const SLAG: Readonly<Record<string, Slag>> = {
  'Förvaltningens handling': { agare: FORVALTNING, inlamning: null, lagen: LAGEN },
  'Nämndens handling': { agare: NAMND, inlamning: null, lagen: LAGEN },
  'Partigruppens handling': { agare: GRUPP, inlamning: null, lagen: ['arbetsmaterial'] },
  'Partigruppens inlämnade kopia': {
    agare: NAMND,
    inlamning: { grupper: [GRUPP.id], atertagen: false },
    lagen: LAGEN.filter((lage) => lage !== 'arbetsmaterial'),
  },
};
const NOW = new Date('2026-06-01T12:00:00Z');

/** What a role gives in one place; two words where the nämnd's setting says, «presidiet» before «alla». */
function cell(roll: Roll, organ: Organ, { agare, inlamning }: Slag, lage: Lage): string {
  const person = { id: personId('p'), uppdrag: [{ roll, organ, fran: '2026-01-01', till: null }] };
  const namndensOrgan = [FORVALTNING, GRUPP, MEDGRUPP, ANNAN_GRUPP];
  const medgrupper = [MEDGRUPP.id];
  const om = {
    id: handlingId('h'),
    namndId: NAMND.id,
    namndensOrgan,
    medgrupper,
    javiga: [],
    delningar: [],
    forseglad: false,
  };
  const ord = (['presidiet', 'alla'] as const)
    .map((inlamnatSynsFor) => ratt(person, { ...om, agare, inlamning, lage, inlamnatSynsFor }, NOW))
    .map((one) => (one === 'ingen' ? '–' : one === 'lasa' ? 'läsa' : one));
  return [...new Set(ord)].join(' / ');
}

function tabell(slag: Slag, lage: Lage): string {
  const head = ['roll', ...Object.keys(RELATIONER)];
  const rows = ROLLER.map((roll) => [roll, ...Object.values(RELATIONER).map((organ) => cell(roll, organ, slag, lage))]);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** The whole matrix of `ratt` in Markdown: role × place × owner × läge, as the code answers; lägen of one answer share a table. */
export function rattTabell(): string {
  const sections = Object.entries(SLAG).flatMap(([rubrik, slag]) => {
    const lika = Map.groupBy(slag.lagen, (lage) => tabell(slag, lage));
    return [...lika].map(([rader, lagen]) => `## ${rubrik}: ${lagen.join(', ')}\n\n${rader}\n`);
  });
  return sections.join('\n');
}
