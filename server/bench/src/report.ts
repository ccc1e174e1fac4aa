import type { Results } from './results.ts';
import { judge, TARGETS, type Target } from './targets.ts';

interface Column {
  readonly value: string;
  readonly title: string;
  readonly digits: number;
}

const column = (value: string, title: string, digits: number): Column => ({ value, title, digits });

const STEADY = [
  column('p50', 'p50 ms', 2),
  column('p95', 'p95 ms', 2),
  column('p99', 'p99 ms', 2),
  column('cpuPer1000', 'CPU s/1 000', 4),
  column('delivered', 'levererade', 0),
  column('missing', 'uteblivna', 0),
  column('loadCpu', 'lastens CPU', 2),
];

const COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  typing: STEADY,
  crowd: STEADY,
  flood: [
    column('perSecond', 'levererade/s', 0),
    column('cpuPer1000', 'CPU s/1 000', 4),
    column('loadCpu', 'lastens CPU', 2),
  ],
  cold: [column('ms', 'hel text ms', 1), column('kb', 'kB', 0), column('emptyFirst', 'tomt först', 0)],
  idle: [column('roomKb', 'kB/rum', 1), column('baseMb', 'utan rum MB', 0), column('afterRatio', 'efter/före', 2)],
  storm: [
    column('totalMs', 'i fas ms', 0),
    column('startMs', 'varav start', 0),
    column('backMs', 'varav klienter', 0),
    column('seen', 'sedda', 0),
    column('gone', 'borta', 0),
    column('oldest', 'äldsta ms', 0),
    column('saved', 'sparade', 0),
    column('savedGone', 'sparade borta', 0),
    column('missingAfter', 'borta efter återkomst', 0),
  ],
  editor: [
    column('openMs', 'öppna ms', 0),
    column('openWarmMs', 'igen ms', 0),
    column('p50', 'tangent p50 ms', 1),
    column('p95', 'p95 ms', 1),
    column('max', 'längsta ms', 1),
    column('wallP95', 'p95 väggtid ms', 1),
    column('keys', 'tangenter', 0),
    column('livedMs', 'efter månader ms', 0),
    column('freshMs', 'nyskriven ms', 0),
    column('livedRatio', 'kvot', 2),
  ],
};

const TITLES: Readonly<Record<string, string>> = {
  typing: 'Skrivande: 50 rum × 4, alla skriver 10 ändringar/s',
  crowd: 'Trängsel: 1 rum × 100, 5 skriver 10 ändringar/s',
  flood: 'Flod: 50 rum × 4, alla skriver så fort de hinner',
  cold: 'Kall öppning: 100 000 ändringar, servern nystartad',
  idle: 'Vila: 2 000 rum à 10 kB med en klient var',
  storm: 'Storm: kill -9 med 500 klienter, alla kommer tillbaka',
  editor: 'Sidan: 230 000 tecken i Chromium, fyra andra skriver',
};

function number(value: number | null, digits: number): string {
  return value === null
    ? '–'
    : value.toLocaleString('sv-SE', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The medians of one scenario as a Markdown table, which is also how docs/prestanda.md shows them. */
export function scenarioTable(scenario: string, results: Results): string {
  const columns = COLUMNS[scenario] ?? [];
  const rows = results
    .systems(scenario)
    .map((system) => [
      system === 'ours' ? 'Samskrift' : system,
      ...columns.map(({ value, digits }) => number(results.median(scenario, system, value), digits)),
    ]);
  return `### ${TITLES[scenario] ?? scenario}\n\n${table(['system', ...columns.map(({ title }) => title)], rows)}`;
}

/** Every target that could be judged, with ✓ or ✗. */
export function targetTable(results: Results): string {
  const rows = TARGETS.flatMap((target) => {
    const verdict = judge(target, results);
    return verdict === null
      ? []
      : [[target.scenario, target.text, goal(target), number(verdict.reached, 2), verdict.met ? '✓' : '✗']];
  });
  return `### Mål\n\n${table(['scenario', 'värde', 'mål', 'uppnått', ''], rows)}`;
}

function goal({ against, bound, atLeast }: Target): string {
  const sign = atLeast ? '≥' : '≤';
  if (against === 'bound') return `${sign} ${number(bound, bound % 1 === 0 ? 0 : 1)}`;
  return `${sign} ${number(bound, 2)} × ${against === 'relay' ? 'relay' : 'bästa granne'}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) => Math.max(title.length, 1, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
