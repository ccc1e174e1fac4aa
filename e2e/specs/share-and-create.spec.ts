import { expect, test } from '../support/test.ts';

const HANDLING = 'foreningsbidrag-utlatande';

test('[V35] a right that is given or taken reaches the open page at once', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  const maja = await person('Maja Nilsson');
  await anna.openHandling(HANDLING);
  await anna.page.getByRole('button', { name: 'Dela', exact: true }).click();
  await anna.page.getByLabel('Sök person').fill('Maja');
  await anna.page.getByRole('option', { name: maja.name }).click();
  await expect(anna.page.getByRole('combobox', { name: `Rätt för ${maja.name}` })).toBeVisible();
  await maja.openHandling(HANDLING);
  await maja.statusIs('Bara läsning');
  await expect(maja.text).toHaveAttribute('aria-readonly', 'true');

  await anna.page.getByRole('combobox', { name: `Rätt för ${maja.name}` }).click();
  await anna.page.getByRole('option', { name: 'Kan skriva' }).click();
  await maja.statusIs('Sparat');
  await maja.writeIn('Bakgrund', ' Majas tillägg.');
  await anna.sees('Majas tillägg.');

  await anna.page.getByRole('combobox', { name: `Rätt för ${maja.name}` }).click();
  await anna.page.getByRole('option', { name: 'Kan läsa' }).click();
  await maja.statusIs('Bara läsning');
  await maja.page.keyboard.type(' För sent.');
  await maja.doesNotSee('För sent.');
});

test('[V36] a new ärende and its first handling, with the avsnitt of the chosen mall', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  const { page } = anna;
  await anna.logIn();
  await page.getByRole('button', { name: 'Nytt ärende' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Titel').fill('Ny scen i Folkets park');
  await dialog.getByLabel('Diarienummer').fill('200');
  await dialog.getByRole('button', { name: 'Lägg upp ärendet' }).click();
  await expect(dialog.getByLabel('Diarienummer')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Diarienummer').fill('KUN 2026/200');
  await dialog.getByRole('button', { name: 'Lägg upp ärendet' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ny scen i Folkets park');

  await page.getByRole('button', { name: 'Ny handling' }).click();
  await page.getByRole('radio', { name: /konsekvenser/ }).click();
  await page.getByRole('button', { name: 'Skapa handlingen' }).click();
  await expect(anna.text.getByRole('heading', { level: 2 })).toContainText([
    /förslag till beslut/,
    'Sammanfattning',
    'Bakgrund',
    'Ärendet',
  ]);
  await anna.menu('Mer', 'Byt titel');
  await page.getByRole('dialog').getByLabel('Titel').fill('Utredning om en ny scen');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Utredning om en ny scen');

  const karim = await person('Karim Haddad');
  await karim.logIn();
  await karim.page.getByLabel('Sök på titel eller diarienummer').fill('kun2026/200');
  await karim.page.getByRole('link', { name: 'Ny scen i Folkets park' }).click();
  await karim.page.getByRole('link', { name: 'Utredning om en ny scen' }).click();
  await expect(karim.avsnitt('Bakgrund')).toBeVisible();
});

test('[V55] two presses at once make one handling', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  const { page } = anna;
  await anna.logIn('/arenden/biblioteksplan');
  await page.getByRole('button', { name: 'Ny handling' }).click();
  const made: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/handlingar')) made.push(request.url());
  });
  await page
    .getByRole('dialog', { name: 'Ny handling' })
    .locator('form')
    .evaluate((form: HTMLFormElement) => {
      form.requestSubmit();
      form.requestSubmit();
    });
  await page.waitForURL('**/handlingar/*');
  await anna.statusIs('Sparat');
  expect(made).toHaveLength(1);
});
