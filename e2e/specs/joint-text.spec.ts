import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

const HANDLING = 'bokbuss-reservation';

test('[SA15] two groups go from an invitation to writing at the same time, and one of them leaves', async ({
  person,
}) => {
  test.setTimeout(120_000);
  const olle = await person('Olle Hedman');
  await olle.openHandling(HANDLING);
  await olle.statusIs('Sparat');
  await olle.menu('Mer', 'Skriv tillsammans …');
  const dialog = olle.page.getByRole('dialog', { name: 'Skriv tillsammans' });
  await dialog.getByRole('button', { name: 'Fråga grupperna' }).click();
  await expect(dialog.getByText('Välj minst en grupp.')).toBeVisible();
  await dialog.getByLabel('Björkvikspartiet').check();
  await dialog.getByRole('button', { name: 'Fråga grupperna' }).click();
  await expect(dialog.getByText('Väntar på svar från Stina Falk (BP).')).toBeVisible();
  await expect(dialog.getByText('Väntar på svar från Åsa Wikander (LL).')).toBeVisible();

  const goran = await person('Göran Ek');
  goran.provokes(/404/);
  await goran.logIn(`/handlingar/${HANDLING}`);
  await expect(goran.page.getByRole('heading', { name: 'Handlingen finns inte' })).toBeVisible();

  const stina = await person('Stina Falk');
  await stina.logIn();
  const invited = stina.page.getByRole('region', { name: 'Inbjudan att skriva tillsammans' });
  await expect(invited).toContainText('Landsbygdslistan vill skriva tillsammans med Björkvikspartiet');
  await expect(invited).not.toContainText('okbuss');
  // By the keys alone.
  await invited.getByRole('button', { name: 'Ja, skriv tillsammans, för Björkvikspartiet' }).focus();
  await stina.page.keyboard.press('Enter');
  await expect(stina.announced).toContainText('Du har svarat ja för Björkvikspartiet.');
  await expect(invited.getByText('När alla grupper har sagt ja finns texten i ärendet.')).toBeFocused();

  const asa = await person('Åsa Wikander');
  // In the ärende as on the start page.
  await asa.logIn('/arenden/biblioteksplan');
  await expect(asa.page.getByRole('region', { name: 'Inbjudan att skriva tillsammans' })).toContainText(
    'Landsbygdslistan föreslås skriva tillsammans med Björkvikspartiet',
  );
  await asa.page.getByRole('button', { name: 'Ja, skriv tillsammans, för Landsbygdslistan' }).click();
  await expect(asa.announced).toContainText('Du har svarat ja för Landsbygdslistan.');
  await expect(dialog).toContainText('Texten skrivs av Landsbygdslistan och Björkvikspartiet.');
  await olle.page.keyboard.press('Escape');
  await expect(olle.page.getByRole('banner')).toContainText('Landsbygdslistan och Björkvikspartiet');

  await goran.page.goto(new URL('/arenden/biblioteksplan', goran.server.url).href);
  const rad = goran.page.getByRole('listitem').filter({ hasText: 'Behåll bokbussen' }).first();
  await expect(rad).toContainText('Landsbygdslistan och Björkvikspartiet');
  await rad.getByRole('link').click();
  await goran.statusIs('Sparat');
  await Promise.all([
    goran.writeIn('Motivering', ' Görans ord.'),
    olle.clickEnd(olle.avsnitt('Motivering').locator('p').last()).then(() => olle.page.keyboard.type(' Olles ord.')),
  ]);
  for (const one of [goran, olle]) {
    await one.sees('Görans ord.');
    await one.sees('Olles ord.');
    await one.statusIs('Sparat');
  }

  await stina.page.goto(new URL(`/handlingar/${HANDLING}`, stina.server.url).href);
  await stina.statusIs('Sparat');
  stina.provokes(/404/);
  await stina.menu('Mer', 'Skriv tillsammans …');
  await stina.page.getByRole('button', { name: 'Lämna samarbetet' }).click();
  await expect(stina.page.getByText('Ni förlorar texten i samma ögonblick')).toBeVisible();
  await expect(stina.page.getByRole('button', { name: 'Lämna samarbetet' }).last()).toBeFocused();
  await stina.page.keyboard.press('Enter');
  await expect(stina.page).toHaveURL(/arenden\/biblioteksplan$/);
  await expect(goran.text).toBeHidden();
  await expect(goran.page.getByText('Görans ord.')).toBeHidden();
  await expect(stina.page.getByText('Behåll bokbussen')).toBeHidden();
  await olle.sees('Görans ord.');
  await expect(olle.page.getByRole('banner')).not.toContainText('Björkvikspartiet');
});

test('[SA16] writing together is accessible, light and dark, on a desk and on a telephone', async ({ person }) => {
  test.setTimeout(120_000);
  const asa = await person('Åsa Wikander');
  const { page } = asa;
  await asa.openHandling(HANDLING);
  await asa.statusIs('Sparat');
  await asa.menu('Mer', 'Skriv tillsammans …');
  const dialog = page.getByRole('dialog', { name: 'Skriv tillsammans' });
  await dialog.getByLabel('Björkvikspartiet').check();
  await inspect(asa, 'skriv-tillsammans');
  await dialog.getByRole('button', { name: 'Fråga grupperna' }).click();
  await expect(dialog.getByText('Väntar på svar från Stina Falk (BP).')).toBeVisible();
  await inspect(asa, 'skriv-tillsammans-fragat');

  const stina = await person('Stina Falk');
  await stina.logIn();
  await expect(stina.page.getByRole('heading', { name: 'Inbjudan att skriva tillsammans' })).toBeVisible();
  await inspect(stina, 'inbjudan');
  await stina.page.getByRole('button', { name: 'Ja, skriv tillsammans, för Björkvikspartiet' }).click();
  await expect(stina.announced).toContainText('Du har svarat ja');
  await inspect(stina, 'inbjudan-besvarad');

  await dialog.getByLabel('Kustpartiet').check();
  await dialog.getByRole('button', { name: 'Fråga grupperna' }).click();
  await expect(dialog).toContainText('att också Kustpartiet skriver den');
  await inspect(asa, 'fler-grupper-fragat');
  await stina.page.reload();
  await expect(stina.page.getByText('Kustpartiet föreslås skriva med er')).toBeVisible();
  await inspect(stina, 'inbjudan-fler');
  await stina.page.getByRole('button', { name: 'Nej, för Björkvikspartiet' }).click();
  await expect(stina.announced).toContainText('Du har svarat nej');

  await expect(dialog.getByRole('button', { name: 'Avsluta samarbetet' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Avsluta samarbetet' }).click();
  await expect(dialog.getByText('De andra grupperna förlorar texten')).toBeVisible();
  await inspect(asa, 'avsluta-samarbete');
});
