import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLOSE, EVENTS, EXTENSION, LIMITS, MESSAGE, REFUSAL } from './protocol.ts';
import { SCHEMA_VERSION } from './text/extensions.ts';

const page = readFileSync(new URL('../../docs/protokoll.md', import.meta.url), 'utf8');

/** The first two cells of every row below a heading, up to the next. */
function table(heading: string): Readonly<Record<string, string>> {
  const section = page.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const rows = section.split('\n').filter((line) => /^\| `/.test(line));
  return Object.fromEntries(
    rows.map((row) => {
      const [first = '', second = ''] = row
        .split('|')
        .slice(1)
        .map((cell) => cell.trim().replaceAll('`', ''));
      return [first, second];
    }),
  );
}

describe('docs/protokoll.md', () => {
  it('[K11] names every close code with its number, and no other', () => {
    const codes = Object.entries(CLOSE).map(([name, code]) => [String(code), name]);
    expect(table('Stängningskoder')).toEqual(Object.fromEntries(codes));
  });

  it('[K11] names every extension message with its number, and no other', () => {
    const numbers = Object.entries(EXTENSION).map(([name, number]) => [String(number), name]);
    expect(table('Tilläggsmeddelanden (bara från servern)')).toEqual(Object.fromEntries(numbers));
  });

  it('[K11] names every limit with its value, and no other', () => {
    const limits = Object.entries(LIMITS).map(([name, value]) => [name, String(value)]);
    expect(table('Gränser')).toEqual(Object.fromEntries(limits));
  });

  it.each([
    ['event', EVENTS],
    ['refused', REFUSAL],
  ])('[K11] numbers every value of %s', (message, names) => {
    const row = page.split('\n').find((line) => line.includes(`| \`${message}\` |`)) ?? '';
    for (const [index, name] of names.entries()) expect(row).toContain(`\`${index}\` ${name}`);
  });

  it('[K11] numbers the messages of y-websocket, and asks for the schema of today', () => {
    for (const [name, number] of Object.entries(MESSAGE)) expect(page).toContain(`| \`${number}\` ${name} |`);
    expect(page).toContain(`?ext=1&schema=${SCHEMA_VERSION}\``);
  });
});
