import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

const HANDLING = 'foreningsbidrag-utlatande';
const SECRET = 'bokbuss-reservation';

test('[U7] one sees who has a handling and why, and finds in the log what was done to it; another party sees nothing', async ({
  person,
}) => {
  test.setTimeout(120_000);
  const anna = await person('Anna Lindqvist');
  const { page } = anna;
  await anna.openHandling(HANDLING);
  await page.getByRole('button', { name: 'Dela', exact: true }).click();
  await page.getByLabel('Sök person').fill('Lina');
  await page.getByRole('option', { name: 'Lina Moberg' }).click();
  await expect(page.getByRole('combobox', { name: 'Rätt för Lina Moberg' })).toBeVisible();
  await page.keyboard.press('Escape');
  await anna.menu('Mer', 'Vem har tillgång?');
  const dialog = page.getByRole('dialog', { name: 'Vem har tillgång?' });
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Lina Moberg' })).toContainText('Handlingen är delad');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Per Östberg' })).toContainText(
    'Förvaltningschef i Kulturförvaltningen.',
  );
  await expect(dialog).toContainText('Den är arbetsmaterial');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Göran Ek' })).toHaveCount(0);
  await inspect(anna, 'vem-har-tillgang');
  await page.keyboard.press('Escape');

  const olle = await person('Olle Hedman');
  await olle.openHandling(SECRET);
  await olle.page.goto(new URL('/logg', olle.server.url).href);
  await expect(olle.page.getByRole('listitem').filter({ hasText: 'bokbuss' }).first()).toContainText(
    'Olle Hedman öppnade',
  );

  await page.goto(new URL('/logg', anna.server.url).href);
  await expect(page.getByRole('listitem').first()).toContainText('gav Lina Moberg rätt att läsa');
  await inspect(anna, 'logg');
  await page.getByLabel('Vem', { exact: true }).fill('hedman');
  await expect(page.getByText('Ingenting i loggen passar det du söker.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Vem', { exact: true })).toHaveValue('hedman');
  await page.getByRole('button', { name: 'Rensa' }).click();
  await page.getByLabel('Vad').selectOption('Given rätt');
  await expect(page.getByRole('listitem')).toHaveCount(1);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Hämta som fil' }).click();
  expect((await download).suggestedFilename()).toBe('samskrift-logg.csv');
});
