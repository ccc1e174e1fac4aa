import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

const HANDLING = 'bokbuss-reservation';

test('[SA17] a kansli gives one text to two nämnder, one of them changes it, and the difference is shown', async ({
  person,
}) => {
  test.setTimeout(180_000);
  const henrik = await person('Henrik Dahl');
  const { page } = henrik;
  await henrik.openHandling(HANDLING);
  await henrik.statusIs('Sparat');
  await henrik.menu('Mer', 'Ge till grupper i andra nämnder …');
  const dialog = page.getByRole('dialog', { name: 'Ge till grupper i andra nämnder' });
  await dialog.getByRole('button', { name: 'Ge texten' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Välj minst en grupp.');
  await dialog.getByLabel('Titel på handlingarna').fill('Bussen ska gå');
  // By the keys alone.
  await dialog.getByRole('checkbox', { name: 'Fritidsnämnden' }).focus();
  await page.keyboard.press('Space');
  await expect(dialog.getByLabel('Ärende i Fritidsnämnden')).toHaveValue('landsbygd-fritid');
  await dialog.getByRole('checkbox', { name: 'Trafiknämnden' }).focus();
  await page.keyboard.press('Space');
  await inspect(henrik, 'ge-till-grupper');
  await dialog.getByRole('button', { name: 'Ge texten' }).press('Enter');
  await expect(henrik.announced).toContainText('Texten är given till 2 grupper.');
  await page.getByText('2 kopior i andra nämnder').click();
  await expect(page.getByRole('table', { name: 'Kopior av texten' }).getByRole('row')).toHaveCount(3);

  const nils = await person('Nils Åkerman');
  await nils.logIn('/arenden/landsbygd-fritid');
  await nils.page.getByRole('link', { name: 'Bussen ska gå' }).click();
  await nils.statusIs('Sparat');
  const band = nils.page.getByRole('region', { name: 'Textens ursprung' });
  await expect(band).toContainText('Kommer från partikansliet');
  await expect(band).not.toContainText('Kulturnämnden');
  await band.getByRole('button', { name: 'Visa hur den skiljer sig' }).click();
  await expect(nils.page.getByText('Texterna är likadana.')).toBeVisible();
  await nils.page.keyboard.press('Escape');
  await nils.writeIn('Motivering', ' Också till simhallen.');
  await nils.statusIs('Sparat');
  await band.getByRole('button', { name: 'Visa hur den skiljer sig' }).click();
  const skillnad = nils.page.getByRole('dialog', { name: 'Så skiljer sig texten' });
  await expect(skillnad.locator('ins')).toContainText('Också till simhallen.');
  await expect(skillnad.getByRole('radio')).toHaveCount(0);
  await inspect(nils, 'skillnad');

  await henrik.clickEnd(henrik.avsnitt('Motivering').locator('p').last());
  await page.keyboard.type(' Kansliets tillägg.');
  await henrik.statusIs('Sparat');
  await henrik.doesNotSee('Också till simhallen.');
  await page.reload();
  await page.getByText('2 kopior i andra nämnder').click();
  const rad = (namnd: string) => page.getByRole('row').filter({ hasText: namnd });
  await expect(rad('Fritidsnämnden').getByRole('cell').last()).toHaveText('Ja');
  await expect(rad('Trafiknämnden').getByRole('cell').last()).toHaveText('Nej');
  await inspect(henrik, 'modertext');
  await rad('Fritidsnämnden').getByRole('link').click();
  await expect(page.getByRole('region', { name: 'Textens ursprung' })).toContainText(
    'Kommer från en text i Kulturnämnden',
  );
  await henrik.statusIs('Sparat');
  await page.getByRole('button', { name: 'Visa hur den skiljer sig' }).click();
  const hos = page.getByRole('dialog', { name: 'Så skiljer sig texten' });
  await expect(hos.locator('ins')).toContainText('Också till simhallen.');
  await expect(hos.locator('del')).toHaveCount(0);
  await hos.getByRole('radio', { name: /som den är nu/ }).check();
  await expect(hos.locator('del')).toContainText('Kansliets tillägg');
  await inspect(henrik, 'skillnad-moder');

  const olle = await person('Olle Hedman');
  await olle.openHandling(HANDLING);
  await olle.sees('Kansliets tillägg.');
  await expect(olle.page.getByText('kopior i andra nämnder')).toBeHidden();
  await olle.page.getByRole('button', { name: 'Mer' }).click();
  await expect(olle.page.getByRole('menuitem', { name: 'Skriv tillsammans …' })).toBeVisible();
  await expect(olle.page.getByRole('menuitem', { name: /Ge till grupper/ })).toHaveCount(0);
});
