import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

test.use({ demo: false });

const LOSENORD = 'tre små ord räcker';

test('[A12] [G24] the printed link makes the administrator, who invites a person, who chooses a password, is blocked and is out', async ({
  person,
  server,
}) => {
  test.setTimeout(180_000);
  const ada = await person('Ada Första');
  const { page } = ada;

  await page.goto(server.url.href);
  await expect(page.getByRole('button', { name: 'Logga in', exact: true })).toBeVisible();
  await inspect(ada, 'logga-in-utan-demo');
  await page.getByRole('link', { name: 'Glömt lösenordet?' }).click();
  await expect(page.getByText('Be den som administrerar Samskrift')).toBeVisible();
  await inspect(ada, 'glomt-losenord');

  await page.goto(server.firstLink);
  await expect(page.getByRole('heading', { name: 'Skapa det första kontot' })).toBeVisible();
  await inspect(ada, 'forsta-kontot');
  await page.getByLabel('För- och efternamn').fill(ada.name);
  await page.getByLabel('E-postadress').fill('ada@exempel.se');
  await page.getByRole('textbox', { name: 'Nytt lösenord' }).fill('kort');
  await page.getByRole('textbox', { name: 'Lösenordet en gång till' }).fill('annat');
  await page.getByRole('button', { name: 'Skapa kontot' }).click();
  await expect(page.getByText('Lösenordet ska vara minst 12 tecken.')).toBeVisible();
  await expect(page.getByText('Lösenorden är inte lika.')).toBeVisible();
  await expect(page.getByLabel('För- och efternamn')).toHaveValue(ada.name);
  await inspect(ada, 'forsta-kontot-fel');
  await page.getByRole('textbox', { name: 'Nytt lösenord' }).fill(LOSENORD);
  await page.getByRole('textbox', { name: 'Lösenordet en gång till' }).fill(LOSENORD);
  await page.getByRole('button', { name: 'Skapa kontot' }).click();
  await expect(page.getByRole('heading', { name: 'Ärenden' })).toBeVisible();

  await ada.menu('Konto och utseende', 'Personer');
  await expect(page.getByRole('heading', { name: 'Personer' })).toBeVisible();
  await page.getByRole('button', { name: 'Bjud in person' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bjud in person' });
  await dialog.getByLabel('För- och efternamn').fill('Bo Ek');
  await dialog.getByLabel('E-postadress').fill('bo.ek@exempel.se');
  await inspect(ada, 'bjud-in');
  await dialog.getByLabel('E-postadress').press('Enter');
  await expect(dialog.getByLabel('Länk för Bo Ek')).toBeFocused();
  const link = await dialog.getByLabel('Länk för Bo Ek').inputValue();
  await inspect(ada, 'inbjudan');
  await dialog.getByRole('button', { name: 'Klar' }).click();
  await expect(page.getByText('Har inte valt lösenord')).toBeVisible();

  const bo = await person('Bo Ek');
  await bo.page.goto(link);
  await expect(bo.page.getByText('Hej Bo Ek!')).toBeVisible();
  await inspect(bo, 'valj-losenord');
  await bo.page.getByRole('textbox', { name: 'Nytt lösenord' }).fill(LOSENORD);
  await bo.page.getByRole('textbox', { name: 'Lösenordet en gång till' }).fill(LOSENORD);
  await bo.page.getByRole('button', { name: 'Spara lösenordet och logga in' }).click();
  await expect(bo.page.getByRole('heading', { name: 'Ärenden' })).toBeVisible();
  await bo.page.getByRole('button', { name: /Konto och utseende/ }).click();
  await expect(bo.page.getByRole('menuitem', { name: 'Personer' })).toBeHidden();
  await bo.page.getByRole('menuitem', { name: 'Mina inloggningar' }).click();
  await expect(bo.page.getByText('Den här webbläsaren')).toBeVisible();
  await inspect(bo, 'mina-inloggningar');

  // The link is used up, for everybody.
  bo.provokes(/410/);
  await bo.page.goto(link);
  await expect(bo.page.getByRole('heading', { name: 'Länken gäller inte' })).toBeVisible();
  await inspect(bo, 'lanken-galler-inte');
  await bo.page.goto(server.url.href);
  await expect(bo.page.getByRole('heading', { name: 'Ärenden' })).toBeVisible();

  await page.reload();
  await expect(page.getByText('bo.ek@exempel.se')).toBeVisible();
  await inspect(ada, 'personer');
  await page.getByRole('button', { name: 'Mer om Bo Ek' }).click();
  await page.getByRole('menuitem', { name: 'Spärra kontot' }).click();
  const sparra = page.getByRole('dialog', { name: 'Spärra Bo Ek?' });
  await inspect(ada, 'sparra');
  await sparra.getByRole('button', { name: 'Spärra kontot' }).click();
  await expect(page.getByText('Spärrad', { exact: true })).toBeVisible();
  await expect(ada.announced).toContainText('Bo Ek är spärrad.');

  bo.provokes(/401/);
  // A page that asks the server each time.
  await bo.page.getByRole('link', { name: 'Kontroll' }).click();
  const out = bo.page.getByRole('dialog', { name: 'Du har loggats ut' });
  await out.getByLabel('E-postadress').fill('bo.ek@exempel.se');
  await out.getByRole('textbox', { name: 'Lösenord' }).fill(LOSENORD);
  await out.getByRole('button', { name: 'Logga in', exact: true }).click();
  await expect(out.getByRole('alert')).toContainText('E-postadressen eller lösenordet stämmer inte.');
});
