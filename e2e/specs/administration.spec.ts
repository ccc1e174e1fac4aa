import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TestInfo } from '@playwright/test';
import type { Person } from '../support/person.ts';
import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

const HUVUD = 'Namn;E-post;Parti;Nämnd;Roll;Från;Till';
const NY = 'Vera Ny;vera.ny@bjorkvik.se;BP;Tekniska nämnden;Ledamot;2027-01-01;2030-12-31';
const FEL = 'Axel Fel;axel.fel@bjorkvik.se;LL;Tekniska nämden;Ersättare;2027-01-01;';

async function choose(one: Person, info: TestInfo, button: string, name: string, text: string): Promise<void> {
  const path = info.outputPath(name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const chooser = one.page.waitForEvent('filechooser');
  await one.page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(path);
}

/** Adds something that has only a name. */
async function add(one: Person, button: string, name: string): Promise<void> {
  await one.page.getByRole('button', { name: button, exact: true }).click();
  const dialog = one.page.getByRole('dialog');
  await dialog.getByLabel('Namn').fill(name);
  await dialog.getByRole('button', { name: 'Lägg till' }).click();
  await expect(dialog).toBeHidden();
}

test('[O12] a nämnd is set up, its uppdrag and settings given and a list taken in, and all is there after a restart', async ({
  person,
  server,
}, info) => {
  test.setTimeout(150_000);
  const ulla = await person('Ulla Berglund');
  const { page } = ulla;
  const keys = page.keyboard;
  await ulla.logIn();
  await ulla.menu('Konto och utseende', 'Administration');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Administration');

  // The first form by the keyboard alone.
  await ulla.tabTo(page.getByRole('button', { name: 'Ny nämnd' }));
  await keys.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Namn')).toBeFocused();
  await keys.type('kulturnämnden');
  await keys.press('Enter');
  ulla.provokes(/409/);
  await expect(page.getByRole('alert')).toContainText('Kulturnämnden finns redan');
  await keys.press('Control+a');
  await keys.type('Tekniska nämnden');
  await keys.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  const kort = page.getByRole('region', { name: 'Tekniska nämnden' });
  await expect(kort).toBeVisible();

  await add(ulla, 'Ny förvaltning under Tekniska nämnden', 'Tekniska kontoret');
  await add(ulla, 'Ny avdelning i Tekniska kontoret', 'Gator och parker');
  for (const parti of ['Björkvikspartiet', 'Kustpartiet', 'Landsbygdslistan']) {
    await page.getByRole('button', { name: 'Ny partigrupp i Tekniska nämnden' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lägg till' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(kort.getByText(parti)).toBeVisible();
  }
  await inspect(ulla, 'administration');

  await page.getByRole('button', { name: 'Inställningar för Tekniska nämnden' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Ersättaryttrande' }).uncheck();
  await dialog.getByRole('radio', { name: 'Från 1 vid varje sammanträde' }).check();
  await dialog.getByLabel('Diariets beteckning').fill('tn');
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await expect(dialog.getByText('två till fyra stora bokstäver')).toBeVisible();
  const mallar = dialog.getByRole('group', { name: 'Mallar för tjänsteutlåtande' });
  for (const mall of await mallar.getByRole('checkbox').all()) await mall.uncheck();
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await expect(dialog.getByText('behöver minst en mall')).toBeVisible();
  await expect(mallar.getByRole('checkbox', { name: 'Svar på remiss' })).toBeFocused();
  await inspect(ulla, 'administration-installningar');
  await dialog.getByLabel('Diariets beteckning').fill('TN');
  await mallar.getByRole('checkbox', { name: 'Svar på remiss' }).check();
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('link', { name: 'Uppdrag: Tekniska nämnden' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uppdrag i Tekniska nämnden');
  await page.getByRole('button', { name: 'Ge uppdrag' }).click();
  await dialog.getByLabel('Sök person').fill('sofia');
  await page.getByRole('option', { name: /Sofia Berg/ }).click();
  await dialog.getByLabel('Till och med').fill('2020-01-01');
  await dialog.getByRole('button', { name: 'Ge uppdrag' }).click();
  await expect(dialog.getByText('kan inte vara före')).toBeVisible();
  await inspect(ulla, 'administration-ge-uppdrag');
  await dialog.getByLabel('Till och med').fill('');
  await dialog.getByRole('button', { name: 'Ge uppdrag' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Nu och framöver' })).toContainText('Sofia Berg');
  await page.getByRole('button', { name: 'Avsluta i dag, uppdraget för Sofia Berg' }).click();
  await dialog.getByRole('button', { name: 'Avsluta i dag' }).click();
  await expect(page.getByRole('region', { name: 'Tidigare' })).toContainText('Sofia Berg');
  await inspect(ulla, 'administration-uppdrag');

  await page.getByRole('link', { name: 'Administration', exact: true }).click();
  await page.getByRole('link', { name: 'Läs in förteckning' }).click();
  await choose(ulla, info, 'Välj en fil', 'fel.csv', [HUVUD, NY, FEL].join('\r\n'));
  await expect(page.getByRole('alert')).toContainText('Rad 3: Nämnden «Tekniska nämden» finns inte');
  await expect(page.getByRole('button', { name: 'Läs in', exact: true })).toHaveCount(0);
  await inspect(ulla, 'forteckning-fel');
  await choose(ulla, info, 'Välj en annan fil', 'ratt.csv', [HUVUD, NY, FEL.replace('nämden', 'nämnden')].join('\r\n'));
  await expect(page.getByRole('heading', { name: '2 nya personer' })).toBeVisible();
  await expect(page.getByText('4 nya, 0 ändrade och 0 oförändrade uppdrag.')).toBeVisible();
  await inspect(ulla, 'forteckning');
  await page.getByRole('button', { name: 'Läs in', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Förteckningen är inläst.' })).toBeVisible();

  await server.kill();
  await server.start();
  await page.goto(new URL('/administration', server.url).href);
  await expect(kort.getByText('Gator och parker')).toBeVisible();
  await page.getByRole('button', { name: 'Inställningar för Tekniska nämnden' }).click();
  await expect(dialog.getByRole('checkbox', { name: 'Ersättaryttrande' })).not.toBeChecked();
  await expect(dialog.getByLabel('Diariets beteckning')).toHaveValue('TN');
  await expect(mallar.getByRole('checkbox', { checked: true })).toHaveAccessibleName('Svar på remiss');
  await keys.press('Escape');
  await page.getByRole('link', { name: 'Uppdrag: Tekniska nämnden' }).click();
  await expect(page.getByRole('region', { name: 'Nu och framöver' })).toContainText('Vera Ny');
});

test('[O13] who is no administrator finds no link there and no page', async ({ person, server }) => {
  const per = await person('Per Östberg');
  await per.logIn();
  await per.page.getByRole('button', { name: 'Konto och utseende' }).click();
  await expect(per.page.getByRole('menuitem', { name: 'Logga ut' })).toBeVisible();
  await expect(per.page.getByRole('menuitem', { name: 'Administration' })).toHaveCount(0);
  for (const path of [
    '/administration',
    '/administration/forteckning',
    '/administration/uppdrag/namnd/kulturnamnden',
  ]) {
    await per.page.goto(new URL(path, server.url).href);
    await expect(per.page.getByRole('heading', { level: 1 })).toHaveText('Sidan finns inte');
    await expect(per.page.getByRole('main')).toHaveCount(1);
  }
});

test('[O5] [O16] what the nämnd has switched off is not in the lists of a new handling', async ({ person }) => {
  const [ulla, olle] = [await person('Ulla Berglund'), await person('Olle Hedman')];
  const anna = await person('Anna Lindqvist');
  await ulla.logIn('/administration');
  await ulla.page.getByRole('button', { name: 'Inställningar för Kulturnämnden' }).click();
  await ulla.page.getByRole('checkbox', { name: 'Ersättaryttrande' }).uncheck();
  await ulla.page.getByRole('checkbox', { name: 'Svar på remiss' }).uncheck();
  await ulla.page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
  await expect(ulla.page.getByRole('dialog')).toBeHidden();
  await olle.logIn('/arenden/konstrunda');
  await olle.page.getByRole('button', { name: 'Ny handling' }).click();
  await olle.page.getByRole('combobox', { name: 'Slag av handling' }).click();
  await expect(olle.page.getByRole('option', { name: 'Reservation' })).toBeVisible();
  await expect(olle.page.getByRole('option', { name: 'Protokollsanteckning' })).toBeVisible();
  await expect(olle.page.getByRole('option', { name: 'Ersättaryttrande' })).toHaveCount(0);
  await expect(olle.page.getByRole('option', { name: 'Tjänsteutlåtande' })).toHaveCount(0);
  await anna.logIn('/arenden/konstrunda');
  await anna.page.getByRole('button', { name: 'Ny handling' }).click();
  await expect(anna.page.getByRole('radio', { name: 'Tjänsteutlåtande med konsekvenser' })).toBeVisible();
  await expect(anna.page.getByRole('radio', { name: 'Svar på remiss' })).toHaveCount(0);
});
