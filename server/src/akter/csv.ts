import type { Aktrad } from '@samskrift/shared';

/** What a spreadsheet program takes for the beginning of a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;
const COLUMNS = ['Tid (UTC)', 'Vad', 'Person', 'Diarienummer', 'Handling', 'Uppgifter'] as const;

/** The log as Swedish spreadsheet programs open it: semicolons, and a mark at the beginning that says UTF-8. */
export function toCsv(akter: readonly Aktrad[]): string {
  const rows = akter.map(({ tid, akt, person, arende, handling, detalj }) => [
    tid,
    akt,
    person ?? '',
    arende?.dnr ?? '',
    handling?.titel ?? '',
    Object.entries(detalj)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', '),
  ]);
  return `\ufeff${[COLUMNS, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
