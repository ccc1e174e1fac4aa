import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestInfo } from '@playwright/test';
import type { Person } from '../support/person.ts';
import { expect, test } from '../support/test.ts';

const SEEDS = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url));
const IMPORT = '/arenden/konstrunda/importera';

/** A real tjänsteutlåtande as text out of its PDF, or null where the folder beside the repository is missing. */
function seed(number: string): string | null {
  try {
    const name = readdirSync(SEEDS).find((file) => file.startsWith(number));
    return name === undefined ? null : SEEDS + name;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function choose(one: Person, file: string): Promise<void> {
  const chooser = one.page.waitForEvent('filechooser');
  await one.page.getByRole('button', { name: 'Välj en textfil' }).click();
  await (await chooser).setFiles(file);
}

function fileOf(info: TestInfo, name: string, bytes: Buffer): string {
  const path = info.outputPath(name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

test('[V10] a real document is read, reviewed beside its original, accepted, and written on together', async ({
  person,
}) => {
  const file = seed('001');
  // biome-ignore lint/suspicious/noSkippedTests: the real documents lie outside the repository
  test.skip(file === null, 'the real documents (../shared/seeds) are not on this machine');
  if (file === null) return;
  const anna = await person('Anna Lindqvist');
  await anna.logIn('/arenden/konstrunda');
  await anna.page.getByRole('link', { name: 'Importera text' }).click();
  await choose(anna, file);

  const result = anna.page.getByRole('region', { name: 'Så blir handlingen' });
  await expect(result.getByRole('heading')).toHaveText([
    'Förvaltningens förslag till beslut',
    'Sammanfattning',
    'Ärendet',
    'Ärendets beredning',
    'Kulturförvaltningens och Stockholms stadsarkivs synpunkter',
  ]);
  await expect(anna.page.getByRole('region', { name: 'Original' })).toContainText('KS 2023/1267');
  const change = anna.page.getByRole('group').filter({ hasText: 'Avstavning hopskriven' }).first();
  await change.locator('summary').click();
  await expect(change.getByText('I originalet')).toBeVisible();
  await anna.page.screenshot({ path: 'artefakter/import-granskning.png' });

  await anna.page.getByRole('button', { name: 'Skapa handlingen' }).click();
  await expect(anna.page).toHaveURL(/\/handlingar\//);
  await expect(anna.avsnitt('Sammanfattning')).toContainText('säkerhetsprogram');
  await anna.statusIs('Sparat');
  const karim = await person('Karim Haddad');
  await karim.openHandling(new URL(anna.page.url()).pathname.split('/').at(-1) ?? '');
  await karim.writeIn('Sammanfattning', ' Karim var här.');
  await anna.sees('Karim var här.');
  await anna.page.screenshot({ path: 'artefakter/import-handling.png' });
});

test('[V11] pasted text is imported like a file', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  await anna.logIn(IMPORT);
  await anna.page
    .getByRole('textbox', { name: 'Text att importera' })
    .fill('Sammanfattning\nBidragen till före-\nningarna ändras.\n\nÄrendet\n• Ett\n• Två\n');
  await anna.page.getByRole('button', { name: 'Läs texten' }).click();
  const result = anna.page.getByRole('region', { name: 'Så blir handlingen' });
  await expect(result).toContainText('Bidragen till föreningarna ändras.');
  await expect(result.getByRole('listitem')).toHaveText(['Ett', 'Två']);
  await anna.page.getByRole('button', { name: 'Skapa handlingen' }).click();
  await anna.sees('Bidragen till föreningarna ändras.');
});

test('[V56] the text that is imported is kept on the way back from the review, asked about before it is left, and the keys go on from there', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  const { page } = anna;
  await anna.logIn(IMPORT);
  const field = page.getByRole('textbox', { name: 'Text att importera' });
  await field.fill('Sammanfattning\nBidragen ändras.\n');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Granska texten' })).toBeFocused();
  await page.getByRole('button', { name: 'Ändra eller byt text' }).press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('Sammanfattning\nBidragen ändras.\n');

  const asks = page.getByRole('dialog', { name: 'Lämna importen?' });
  await page.getByRole('link', { name: 'Sök' }).click();
  await asks.getByRole('button', { name: 'Stanna kvar' }).click();
  await expect(asks).toBeHidden();
  await expect(field).toHaveValue('Sammanfattning\nBidragen ändras.\n');
  await page.getByRole('link', { name: 'Sök' }).click();
  await asks.getByRole('button', { name: 'Lämna', exact: true }).click();
  await expect(page).toHaveURL(/\/sok/);
});

const REFUSED = [
  { what: 'binary', bytes: Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0x81, 0x8d]), says: 'inte en textfil' },
  { what: 'empty', bytes: Buffer.alloc(0), says: 'Filen är tom' },
  { what: '50 MB', bytes: Buffer.alloc(50 * 1024 * 1024 - 1, 'a'), says: 'större än 2 MB' },
] as const;

test('[V12] a file that is no text, empty or too large is refused with what to do, and another can be chosen', async ({
  person,
}, info) => {
  const anna = await person('Anna Lindqvist');
  await anna.logIn(IMPORT);
  for (const { what, bytes, says } of REFUSED) {
    await choose(anna, fileOf(info, `${what}.txt`, bytes));
    await expect(anna.page.getByRole('alert')).toContainText(says);
  }
  await anna.page.screenshot({ path: 'artefakter/import-nekad.png' });
  await choose(anna, fileOf(info, 'ratt.txt', Buffer.from('Sammanfattning\nNu går det.\n')));
  await expect(anna.page.getByRole('region', { name: 'Så blir handlingen' })).toContainText('Nu går det.');
});

test('[V13] a file in Windows-1252 is read as what it is, and says so', async ({ person }, info) => {
  const anna = await person('Anna Lindqvist');
  await anna.logIn(IMPORT);
  await choose(anna, fileOf(info, 'gammal.txt', Buffer.from('Sammanfattning\nBjörkvik får en ny å.\n', 'latin1')));
  await expect(anna.page.getByText('Windows-1252')).toBeVisible();
  await expect(anna.page.getByRole('region', { name: 'Så blir handlingen' })).toContainText('Björkvik får en ny å.');
});
