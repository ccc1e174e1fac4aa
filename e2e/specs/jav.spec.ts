import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

test('[V50] who is noted as jävig is out of the open text at once, and it is told in the ärende', async ({
  person,
  server,
}) => {
  const olle = await person('Olle Hedman');
  const maja = await person('Maja Nilsson');
  await olle.openHandling('bokbuss-reservation');
  await olle.statusIs('Sparat');
  const arende = new URL('/arenden/biblioteksplan', server.url).href;

  await maja.logIn('/arenden/biblioteksplan');
  await maja.tabTo(maja.page.getByRole('button', { name: 'Jäv …' }));
  await maja.page.keyboard.press('Enter');
  const dialog = maja.page.getByRole('dialog', { name: 'Jäv' });
  await dialog.getByRole('textbox').fill('Olle');
  await maja.page.getByRole('option', { name: 'Olle Hedman' }).click();
  await expect(dialog.getByRole('listitem')).toContainText('Olle Hedman');
  await inspect(maja, 'jav');
  await maja.page.keyboard.press('Escape');
  await expect(maja.page.getByText('Maja Nilsson anmälde jäv för Olle Hedman')).toBeVisible();

  olle.provokes(/404/);
  await expect(olle.page.getByRole('heading', { name: 'Du har inte längre tillgång till handlingen' })).toBeVisible();
  await olle.page.goto(arende);
  await expect(olle.page.getByText('Du är anmäld som jävig i ärendet.')).toBeVisible();
  await expect(olle.page.getByRole('link', { name: 'Behåll bokbussen' })).toHaveCount(0);
  await inspect(olle, 'jav-den-javige');

  await maja.page.getByRole('button', { name: 'Jäv …' }).click();
  await dialog.getByRole('button', { name: 'Anmäl mig själv som jävig …' }).click();
  await expect(dialog.getByRole('button', { name: 'Ja, anmäl mig som jävig' })).toBeFocused();
  await inspect(maja, 'jav-eget');
  await dialog.getByRole('button', { name: 'Avbryt' }).click();
  await dialog.getByRole('button', { name: 'Häv jävet för Olle Hedman' }).click();
  await expect(dialog.getByText('Ingen är anmäld som jävig.')).toBeVisible();
  await olle.page.reload();
  await expect(olle.page.getByRole('link', { name: 'Behåll bokbussen' })).toBeVisible();
});
