import { forvaltningId, handlingId, namndId, partigruppId, personId } from './ids.ts';
import { type Organ, type RattHandling, ROLLER, type Roll, ratt } from './ratt.ts';

const NAMND = { typ: 'namnd', id: namndId('namnden') } as const;
const FORVALTNING = { typ: 'forvaltning', id: forvaltningId('forvaltningen') } as const;
const GRUPP = { typ: 'partigrupp', id: partigruppId('gruppen') } as const;
const MEDGRUPP = { typ: 'partigrupp', id: partigruppId('medgruppen') } as const;

/** Where the person has the role, seen from a handling of the nämnd, its förvaltning or one of its groups. */
const RELATIONER: Readonly<Record<string, Organ>> = {
  'i nämnden': NAMND,
  'i dess förvaltning': FORVALTNING,
  'i partigruppen': GRUPP,
  'i en grupp som skriver med': MEDGRUPP,
  'i en annan partigrupp': { typ: 'partigrupp', id: partigruppId('annan') },
  'i en annan nämnd': { typ: 'namnd', id: namndId('annan') },
  'i en annan förvaltning': { typ: 'forvaltning', id: forvaltningId('annan') },
};
const AGARE: Readonly<Record<string, RattHandling['agare']>> = {
  'Förvaltningens handling': FORVALTNING,
  'Nämndens handling': NAMND,
  'Partigruppens handling': GRUPP,
};
const NOW = new Date('2026-06-01T12:00:00Z');

/** What a role gives in one place: the right to an open handling and to a sealed one. */
function cell(roll: Roll, organ: Organ, agare: RattHandling['agare']): string {
  const person = { id: personId('p'), uppdrag: [{ roll, organ, fran: '2026-01-01', till: null }] };
  const medgrupper = [MEDGRUPP.id];
  const rights = [false, true].map((forseglad) =>
    ratt(person, { id: handlingId('h'), namndId: NAMND.id, agare, forseglad, medgrupper, delningar: [] }, NOW),
  );
  return rights.map((one) => (one === 'ingen' ? '–' : one === 'lasa' ? 'läsa' : one)).join(' / ');
}

/** The whole matrix of `ratt` in Markdown: role × relation × owner × open or sealed, as the code answers. */
export function rattTabell(): string {
  const tables = Object.entries(AGARE).map(([rubrik, agare]) => {
    const head = ['roll', ...Object.keys(RELATIONER)];
    const rows = ROLLER.map((roll) => [roll, ...Object.values(RELATIONER).map((organ) => cell(roll, organ, agare))]);
    const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
    return `## ${rubrik}\n\n${lines.join('\n')}\n`;
  });
  return tables.join('\n');
}
