import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

test.use({ demo: false });

const LOSENORD = 'tre små ord räcker';

test('[V44] with the keyboard alone a person adds a key, names it, logs in by it and removes it', async ({
  person,
  server,
}) => {
  test.setTimeout(180_000);
  const ada = await person('Ada Första');
  const { page } = ada;
  // A key cannot belong to an IP address.
  const home = new URL(server.url);
  home.hostname = 'localhost';
  const devtools = await ada.context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });

  await page.goto(server.firstLink.replace(server.url.host, home.host));
  await page.getByLabel('För- och efternamn').fill(ada.name);
  await page.getByLabel('E-postadress').fill('ada@exempel.se');
  await page.getByRole('textbox', { name: 'Nytt lösenord' }).fill(LOSENORD);
  await page.getByRole('textbox', { name: 'Lösenordet en gång till' }).fill(LOSENORD);
  await page.getByRole('button', { name: 'Skapa kontot' }).click();
  await ada.menu('Konto och utseende', 'Mina inloggningar');
  await expect(page.getByText('Du har ingen nyckel än.')).toBeVisible();

  const press = async (name: string) => {
    await ada.tabTo(page.getByRole('button', { name, exact: true }));
    await page.keyboard.press('Enter');
  };
  await press('Lägg till nyckel');
  const dialog = page.getByRole('dialog', { name: 'Lägg till nyckel' });
  await expect(dialog.getByLabel('Namn på nyckeln')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Ge nyckeln ett namn')).toBeVisible();
  await inspect(ada, 'ny-nyckel');
  await page.keyboard.type('Min dator');
  await page.keyboard.press('Enter');
  await expect(ada.announced).toContainText('Nyckeln Min dator är tillagd.');
  await expect(page.getByText('Inte använd än')).toBeVisible();
  expect((await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toHaveLength(1);

  // After a while one must show again who one is; what one has written stays. The same thing has one key here.
  server.ageLogins();
  ada.provokes(/403/);
  await press('Lägg till nyckel');
  await page.keyboard.type('En till');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Det var ett tag sedan du loggade in.')).toBeVisible();
  await inspect(ada, 'nyckel-logga-in-igen');
  await dialog.getByLabel('E-postadress').fill('ada@exempel.se');
  await dialog.getByRole('textbox', { name: 'Lösenord' }).fill(LOSENORD);
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Namn på nyckeln')).toHaveValue('En till');
  await dialog.getByRole('button', { name: 'Lägg till nyckel' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Den nyckeln är redan tillagd.');
  await page.keyboard.press('Escape');

  await press('Byt namn på Min dator');
  const naming = page.getByRole('dialog', { name: 'Byt namn på Min dator' });
  await expect(naming.getByLabel('Namn på nyckeln')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Arbetsdatorn');
  await page.keyboard.press('Enter');
  await expect(ada.announced).toContainText('Nyckeln heter nu Arbetsdatorn.');
  await inspect(ada, 'nycklar');

  await ada.menu('Konto och utseende', 'Logga ut');
  await expect(page.getByRole('button', { name: 'Logga in med nyckel' })).toBeVisible();
  await press('Logga in med nyckel');
  await expect(page.getByRole('heading', { name: 'Ärenden' })).toBeVisible();
  await page.goto(new URL('/mina-inloggningar', home).href);
  await expect(page.getByText('Inte använd än')).toBeHidden();

  // Whoever says no to the browser is told what to do, and is where they were.
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await ada.menu('Konto och utseende', 'Logga ut');
  await press('Logga in med nyckel');
  await expect(page.getByRole('alert')).toContainText('Ingen nyckel användes');
  await inspect(ada, 'nyckel-avbruten');
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  await press('Logga in med nyckel');
  await expect(page.getByRole('heading', { name: 'Ärenden' })).toBeVisible();

  await page.goto(new URL('/mina-inloggningar', home).href);
  await press('Ta bort Arbetsdatorn');
  const removing = page.getByRole('dialog', { name: 'Ta bort nyckeln Arbetsdatorn?' });
  await expect(removing.getByRole('button', { name: 'Avbryt' })).toBeFocused();
  await inspect(ada, 'ta-bort-nyckel');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(ada.announced).toContainText('Nyckeln Arbetsdatorn är borttagen.');
  await ada.menu('Konto och utseende', 'Logga ut');
  ada.provokes(/401/);
  await press('Logga in med nyckel');
  await expect(page.getByRole('alert')).toContainText('Det gick inte att logga in med nyckeln.');
});
