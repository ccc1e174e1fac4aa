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
