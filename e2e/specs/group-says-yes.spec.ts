import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

test('[V43] an administrator who enters a partigrupp is outside until its gruppledare has said yes', async ({
  person,
  server,
}) => {
  const ulla = await person('Ulla Berglund');
  const asa = await person('Åsa Wikander');
  await ulla.logIn('/administration/uppdrag/partigrupp/landsbygdslistan');
  await ulla.page.getByRole('button', { name: 'Ge uppdrag' }).click();
  const dialog = ulla.page.getByRole('dialog');
  await expect(dialog).toContainText('gäller uppdraget först när gruppledaren');
  await dialog.getByLabel('Sök person').fill('Ulla');
  await ulla.page.getByRole('option', { name: /Ulla Berglund/ }).click();
  await dialog.getByRole('button', { name: 'Ge uppdrag' }).click();
  await expect(dialog).toBeHidden();
  await expect(ulla.page.getByRole('listitem').filter({ hasText: 'Ulla Berglund' })).toContainText(
    'väntar på gruppens ja',
  );
  await inspect(ulla, 'uppdrag-vantar');
  ulla.provokes(/404/);
  const hemlig = new URL('/handlingar/bokbuss-reservation', server.url).href;
  await ulla.page.goto(hemlig);
  await expect(ulla.page.getByRole('heading', { level: 1 })).toContainText('finns inte');

  await asa.logIn();
  const ruta = asa.page.getByRole('region', { name: 'Vill in i partigruppen' });
  await expect(ruta).toContainText('i Landsbygdslistan i Kulturnämnden');
  await inspect(asa, 'vill-in-i-gruppen');
  await asa.tabTo(ruta.getByRole('button', { name: 'Säg ja till Ulla Berglund' }));
  await asa.page.keyboard.press('Enter');
  await expect(asa.announced).toContainText('Ulla Berglund är med i gruppen.');
  await expect(ruta).toBeHidden();

  await ulla.page.goto(hemlig);
  await expect(ulla.text.getByRole('heading').first()).toBeVisible();
});

test('[V52] whoever comes into a member’s account by a link that an administrator has seen is outside until the gruppledare has said yes', async ({
  person,
  server,
}) => {
  const [ulla, asa, olle] = [await person('Ulla Berglund'), await person('Åsa Wikander'), await person('Olle Hedman')];
  await asa.logIn();
  await ulla.logIn('/administration/personer');
  await ulla.menu('Mer om Olle Hedman', 'Ny inbjudan');
  const dialog = ulla.page.getByRole('dialog', { name: 'Länk att lämna vidare' });
  await expect(dialog).toContainText('först när gruppen har sagt ja igen');
  await inspect(ulla, 'lank-for-en-medlem');

  await olle.page.goto(await dialog.getByLabel('Länk för Olle Hedman').inputValue());
  await olle.page.getByRole('textbox', { name: 'Nytt lösenord' }).fill('tre små ord räcker');
  await olle.page.getByRole('textbox', { name: 'Lösenordet en gång till' }).fill('tre små ord räcker');
  await olle.page.getByRole('button', { name: 'Spara lösenordet och logga in' }).click();
  const vantar = olle.page.getByRole('region', { name: 'Väntar på partigruppens ja' });
  await expect(vantar).toContainText('Du kommer in i Landsbygdslistan i Kulturnämnden när någon där har sagt ja.');
  await inspect(olle, 'vantar-pa-gruppen');
  olle.provokes(/404/);
  const hemlig = new URL('/handlingar/bokbuss-reservation', server.url).href;
  await olle.page.goto(hemlig);
  await expect(olle.page.getByRole('heading', { level: 1 })).toContainText('finns inte');

  await asa.page.reload();
  const ruta = asa.page.getByRole('region', { name: 'Vill in i partigruppen' });
  await expect(ruta).toContainText('Var med förut');
  await inspect(asa, 'vill-in-igen');
  await ruta.getByRole('button', { name: 'Säg ja till Olle Hedman' }).click();
  await expect(asa.announced).toContainText('Olle Hedman är med i gruppen.');

  await olle.page.goto(hemlig);
  await expect(olle.text.getByRole('heading').first()).toBeVisible();
  await olle.page.goto(server.url.href);
  await expect(olle.page.getByRole('heading', { name: 'Ärenden' })).toBeVisible();
  await expect(vantar).toBeHidden();
});
