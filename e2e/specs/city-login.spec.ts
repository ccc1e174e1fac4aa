import type { Page } from '@playwright/test';
import { CityLogin } from '../support/provider.ts';
import { test as base, expect } from '../support/test.ts';
import { inspect } from '../support/views.ts';

const test = base.extend<{ city: CityLogin }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures one stands on.
  city: async ({}, use) => {
    const city = new CityLogin();
    await city.open();
    await use(city);
    await city.close();
  },
  demo: false,
  environment: ({ city }, use) => use(city.environment),
});

/** The provider's own pages, which belong to the package. What they would fetch from elsewhere they get from here. */
async function provide(page: Page, login: string): Promise<void> {
  await page.route(/fonts\.googleapis\.com|\/favicon\.ico$/, (route) => route.fulfill({ body: '' }));
  await page.getByRole('button', { name: 'Logga in med Stadens konto' }).click();
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('vad som helst');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('[V45] an invited person logs in by the city’s own login to where they were going; who has no account is told whom to ask', async ({
  city,
  person,
  server,
}) => {
  test.setTimeout(180_000);
  city.know(
    server.url,
    new Map([
      ['bo', 'bo.ek@exempel.se'],
      ['okand', 'okand@exempel.se'],
    ]),
  );
  const ada = await person('Ada Första');
  await ada.page.goto(server.firstLink);
  await ada.page.getByLabel('För- och efternamn').fill(ada.name);
  await ada.page.getByLabel('E-postadress').fill('ada@exempel.se');
  await ada.page.getByRole('textbox', { name: 'Nytt lösenord' }).fill('tre små ord räcker');
  await ada.page.getByRole('textbox', { name: 'Lösenordet en gång till' }).fill('tre små ord räcker');
  await ada.page.getByRole('button', { name: 'Skapa kontot' }).click();
  await ada.menu('Konto och utseende', 'Personer');
  await ada.page.getByRole('button', { name: 'Bjud in person' }).click();
  const dialog = ada.page.getByRole('dialog', { name: 'Bjud in person' });
  await dialog.getByLabel('För- och efternamn').fill('Bo Ek');
  await dialog.getByLabel('E-postadress').fill('bo.ek@exempel.se');
  await dialog.getByRole('button', { name: 'Bjud in' }).click();
  await dialog.getByRole('button', { name: 'Klar' }).click();

  const okand = await person('Okänd');
  await okand.page.goto(server.url.href);
  await expect(okand.page.getByRole('button', { name: 'Logga in med Stadens konto' })).toBeVisible();
  await inspect(okand, 'logga-in-stadens-konto');
  await provide(okand.page, 'okand');
  await expect(okand.page.getByRole('alert')).toContainText('Be administratören om ett konto.');
  await inspect(okand, 'logga-in-inget-konto');

  const bo = await person('Bo Ek');
  await bo.page.goto(new URL('/mina-inloggningar', server.url).href);
  await provide(bo.page, 'bo');
  await expect(bo.page.getByRole('heading', { name: 'Mina inloggningar' })).toBeVisible();
  await expect(bo.page.getByText('Den här webbläsaren')).toBeVisible();

  // Ada sees by which way; and both are out when Bo logs out.
  await ada.menu('Konto och utseende', 'Personer');
  await ada.page.goto(new URL('/logg', server.url).href);
  await expect(ada.page.getByText('loggade in med kommunens inloggning')).toBeVisible();
  await expect(ada.page.getByText('kom inte in: det finns inget öppet konto')).toBeVisible();
  await bo.menu('Konto och utseende', 'Logga ut');
  await expect(bo.page.getByRole('link', { name: 'Logga ut från Stadens konto också' })).toBeVisible();
  await inspect(bo, 'utloggad-stadens-konto');
  await bo.page.getByRole('link', { name: 'Logga ut från Stadens konto också' }).click();
  await bo.page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await expect(bo.page.getByRole('button', { name: 'Logga in med Stadens konto' })).toBeVisible();
});
