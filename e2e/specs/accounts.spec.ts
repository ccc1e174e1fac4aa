import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

test.use({ demo: false });

const LOSENORD = 'tre små ord räcker';
const NYTT = 'fyra andra små ord';

test('[V46] an administrator corrects a person, makes the person an administrator and takes it back; the person changes the password', async ({
  person,
  server,
}) => {
  test.setTimeout(180_000);
  const ada = await person('Ada Första');
  await ada.page.goto(server.firstLink);
  await ada.page.getByLabel('För- och efternamn').fill(ada.name);
  await ada.page.getByLabel('E-postadress').fill('ada@exempel.se');
  await ada.page.getByRole('textbox', { name: 'Nytt lösenord' }).fill(LOSENORD);
  await ada.page.getByRole('textbox', { name: 'Lösenordet en gång till' }).fill(LOSENORD);
  await ada.page.getByRole('button', { name: 'Skapa kontot' }).click();
  await ada.menu('Konto och utseende', 'Personer');
  await ada.page.getByRole('button', { name: 'Bjud in person' }).click();
  const inviting = ada.page.getByRole('dialog', { name: 'Bjud in person' });
  await inviting.getByLabel('För- och efternamn').fill('Bo Ek');
  await inviting.getByLabel('E-postadress').fill('bo.ek@exempel.se');
  await inviting.getByRole('button', { name: 'Bjud in' }).click();
  const link = await inviting.getByLabel('Länk för Bo Ek').inputValue();
  await inviting.getByRole('button', { name: 'Klar' }).click();

  const bo = await person('Bo Ek');
  await bo.page.goto(link);
  await bo.page.getByRole('textbox', { name: 'Nytt lösenord' }).fill(LOSENORD);
  await bo.page.getByRole('textbox', { name: 'Lösenordet en gång till' }).fill(LOSENORD);
  await bo.page.getByRole('button', { name: 'Spara lösenordet och logga in' }).click();
  await expect(bo.page.getByRole('heading', { name: 'Ärenden' })).toBeVisible();

  await ada.menu('Mer om Bo Ek', 'Ändra namn och e-post');
  const changing = ada.page.getByRole('dialog', { name: 'Ändra Bo Ek' });
  await expect(changing.getByLabel('E-postadress')).toHaveValue('bo.ek@exempel.se');
  await changing.getByLabel('För- och efternamn').fill('Bo Ekman');
  await changing.getByLabel('E-postadress').fill('bo');
  await changing.getByRole('button', { name: 'Spara' }).click();
  await expect(changing.getByText('Skriv en hel e-postadress')).toBeVisible();
  await inspect(ada, 'andra-person');
  await changing.getByLabel('E-postadress').fill('bo.ekman@exempel.se');
  await changing.getByRole('button', { name: 'Spara' }).click();
  await expect(ada.announced).toContainText('Uppgifterna om Bo Ekman är ändrade.');

  await ada.menu('Mer om Bo Ekman', 'Gör till administratör');
  const asking = ada.page.getByRole('dialog', { name: 'Gör Bo Ekman till administratör?' });
  await inspect(ada, 'gor-administrator');
  await asking.getByRole('button', { name: 'Gör till administratör' }).click();
  await expect(ada.announced).toContainText('Bo Ekman är administratör.');
  const logIn = async (password: string) => {
    await bo.menu('Konto och utseende', 'Logga ut');
    await bo.page.getByLabel('E-postadress').fill('bo.ekman@exempel.se');
    await bo.page.getByRole('textbox', { name: 'Lösenord' }).fill(password);
    await bo.page.getByRole('button', { name: 'Logga in', exact: true }).click();
    await expect(bo.page.getByRole('heading', { name: 'Ärenden' })).toBeVisible();
  };
  await logIn(LOSENORD);
  await bo.page.getByRole('button', { name: 'Konto och utseende: Bo Ekman' }).click();
  await expect(bo.page.getByRole('menuitem', { name: 'Personer' })).toBeVisible();
  await bo.page.keyboard.press('Escape');
  await ada.menu('Mer om Bo Ekman', 'Ta tillbaka administratör');
  await ada.page.getByRole('button', { name: 'Ta tillbaka administratör' }).click();
  await expect(ada.announced).toContainText('Bo Ekman är inte längre administratör.');

  // The last one stays.
  ada.provokes(/409/);
  await ada.menu('Mer om Ada Första', 'Ta tillbaka administratör');
  await ada.page.getByRole('button', { name: 'Ta tillbaka administratör' }).click();
  await expect(ada.page.getByRole('alert')).toContainText('Gör någon annan till administratör först.');
  await ada.page.getByRole('button', { name: 'Avbryt' }).click();
  await inspect(ada, 'personer');

  await bo.menu('Konto och utseende', 'Mina inloggningar');
  await bo.page.getByRole('button', { name: 'Byt lösenord' }).click();
  const dialog = bo.page.getByRole('dialog', { name: 'Byt lösenord' });
  const old = dialog.getByRole('textbox', { name: 'Lösenordet du har nu' });
  await expect(old).toBeFocused();
  await old.fill('inte det');
  await dialog.getByRole('textbox', { name: 'Nytt lösenord' }).fill(NYTT);
  await dialog.getByRole('textbox', { name: 'Lösenordet en gång till' }).fill(NYTT);
  bo.provokes(/403/);
  await dialog.getByRole('button', { name: 'Byt lösenord' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Det gamla lösenordet stämmer inte.');
  await inspect(bo, 'byt-losenord');
  await old.fill(LOSENORD);
  await dialog.getByRole('button', { name: 'Byt lösenord' }).click();
  await expect(bo.announced).toContainText('Lösenordet är bytt.');
  await inspect(bo, 'mina-inloggningar');
  await logIn(NYTT);
});
