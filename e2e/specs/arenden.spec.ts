import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

/** A day so many days from now in Sweden, as a date field takes it. */
const day = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(Date.now() + days * 24 * 60 * 60 * 1000);

test('[V39] a remiss is laid up, counted down, filtered, given to another and moved on, and its timeline tells it', async ({
  person,
}) => {
  test.setTimeout(120_000);
  const anna = await person('Anna Lindqvist');
  const { page } = anna;
  await anna.logIn();
  await page.getByRole('button', { name: 'Nytt ärende' }).click();
  const nytt = page.getByRole('dialog', { name: 'Nytt ärende' });
  await expect(nytt.getByLabel('Diarienummer')).toHaveValue(/^KUN \d{4}\/\d+$/);
  await nytt.getByLabel('Titel').fill('Remiss om öppna hamnar');
  await nytt.getByLabel('Ärendets slag').click();
  await page.getByRole('option', { name: 'Remiss', exact: true }).click();
  await nytt.getByLabel('Sista dag att svara').fill(day(3));
  await nytt.getByRole('button', { name: 'Lägg upp ärendet' }).click();
  await expect(nytt.getByText('Skriv vem remissen kommer från.')).toBeVisible();
  await nytt.getByLabel('Remiss från').fill('Sjöfartsverket');
  await nytt.getByRole('combobox', { name: 'Handläggare' }).click();
  await page.getByRole('option', { name: anna.name }).click();
  await inspect(anna, 'nytt-remissarende');
  await nytt.getByRole('button', { name: 'Lägg upp ärendet' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Remiss om öppna hamnar');
  await expect(page.getByText('Svar: 3 dagar kvar')).toBeVisible();

  await page.getByRole('link', { name: 'Ärenden', exact: true }).first().click();
  await page.getByRole('link', { name: 'Väntar på mig' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Remiss om öppna hamnar' })).toContainText('3 dagar kvar');
  await expect(page.getByRole('link', { name: 'Nya riktlinjer för föreningsbidrag' })).toBeHidden();
  await inspect(anna, 'arenden-vantar');
  await page.reload();
  await expect(page.getByRole('link', { name: 'Väntar på mig' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('link', { name: 'Till nästa sammanträde' }).click();
  await expect(page.getByRole('link', { name: 'Nya riktlinjer för föreningsbidrag' })).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: 'Remiss om öppna hamnar' }).click();

  await page.getByRole('button', { name: 'Ändra ärendet' }).click();
  const andra = page.getByRole('dialog', { name: 'Ändra ärendet' });
  await andra.getByRole('combobox', { name: 'Handläggare' }).click();
  await page.getByRole('option', { name: 'Karim Haddad' }).click();
  await andra.getByRole('combobox', { name: 'Läge' }).click();
  await page.getByRole('option', { name: 'Under beredning' }).click();
  await inspect(anna, 'andra-arende');
  await andra.getByRole('button', { name: 'Spara' }).click();
  await expect(andra).toBeHidden();
  await expect(page.getByText('Anna Lindqvist gjorde Karim Haddad till handläggare')).toBeVisible();
  await expect(page.getByText('Anna Lindqvist gav ärendet läget ”Under beredning”')).toBeVisible();
  await inspect(anna, 'remissarende');

  await page.getByRole('button', { name: 'Ny handling' }).click();
  await page.getByRole('button', { name: 'Skapa handlingen' }).click();
  await expect(anna.text.getByRole('heading').first()).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/^KUN \d{4}\/\d+-1$/)).toBeVisible();
});

test('[V40] a word of a text is searched and leads to it; a word of another party’s text finds nothing', async ({
  person,
}) => {
  test.setTimeout(90_000);
  const anna = await person('Anna Lindqvist');
  await anna.openHandling('konstrunda-utlatande');
  await anna.statusIs('Sparat');
  await anna.clickEnd(anna.text.locator('p').last());
  await anna.page.keyboard.type(' Ängsöbåten går varje timme.');
  await anna.statusIs('Sparat');
  await anna.page.getByRole('button', { name: 'Lämna in …' }).click();
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Lämna in', exact: true }).click();
  await anna.statusIs('Bara läsning');

  const goran = await person('Göran Ek', { viewport: { width: 390, height: 844 } });
  await goran.logIn();
  await goran.page.getByRole('link', { name: 'Sök', exact: true }).click();
  const field = goran.page.getByLabel('Sök ord i ärenden och handlingar');
  await field.fill('ängsöb');
  await expect(goran.page.getByText('1 träff')).toBeVisible();
  await expect(goran.page.locator('mark')).toHaveText('Ängsöbåten');
  await inspect(goran, 'sok');
  await goran.page.getByRole('link', { name: 'Svar på remiss om en regional konstrunda' }).click();
  await goran.sees('Ängsöbåten');
  await goran.page.goBack();
  await expect(field).toHaveValue('ängsöb');

  const lina = await person('Lina Moberg');
  await lina.openHandling('bokbuss-reservation');
  await lina.statusIs('Sparat');
  await lina.clickEnd(lina.text.locator('p').last());
  await lina.page.keyboard.type(' Zebraränder.');
  await lina.statusIs('Sparat');
  await lina.page.goto(new URL('/sok?q=zebrar', lina.server.url).href);
  await expect(lina.page.locator('mark')).toHaveText('Zebraränder');
  await field.fill('zebrar');
  await expect(goran.page.getByText('Inget som du får se innehåller ”zebrar”.')).toBeVisible();
  await expect(goran.page.getByRole('link', { name: 'Behåll bokbussen' })).toBeHidden();
});
