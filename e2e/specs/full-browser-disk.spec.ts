import { BrowserDisk } from '../support/browser-disk.ts';
import { expect, test } from '../support/test.ts';

const HANDLING = 'konstrunda-utlatande';
const KEPT = 'Frånkopplad – dina ändringar finns i den här webbläsaren';
const UNKEPT = 'Frånkopplad – stäng inte sidan, dina ändringar är inte sparade någonstans';

test('[V38] the browser’s disk is full while one is cut off: it is said, and nothing written is lost', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  const disk = await BrowserDisk.of(anna);
  await anna.openHandling(HANDLING);
  await anna.statusIs('Sparat');
  anna.network.cut();
  await anna.writeIn('Ärendet', ' Innan disken blev full.');
  await anna.statusIs(KEPT);
  await disk.fill();
  await anna.page.keyboard.type(' Sedan.');
  await anna.statusIs(UNKEPT);
  await anna.page.keyboard.type(' Och mer.');
  await anna.statusIs(UNKEPT);
  anna.network.restore();
  await anna.statusIs('Sparat');

  const karim = await person('Karim Haddad');
  await karim.openHandling(HANDLING);
  await karim.sees('Innan disken blev full. Sedan. Och mer.');
});

test('[V38] the browser’s disk is full while one is connected: saving goes on, also after a reload', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  const karim = await person('Karim Haddad');
  const disk = await BrowserDisk.of(anna);
  await Promise.all([anna.openHandling(HANDLING), karim.openHandling(HANDLING)]);
  await anna.statusIs('Sparat');
  await disk.fill();
  await anna.writeIn('Ärendet', ' Med full disk.');
  await karim.sees('Med full disk.');
  await anna.statusIs('Sparat');
  await anna.page.reload();
  await anna.sees('Med full disk.');
  await anna.writeIn('Ärendet', ' Och omladdad.');
  await karim.sees('Med full disk. Och omladdad.');
  await anna.statusIs('Sparat');
  anna.network.cut();
  await anna.statusIs(UNKEPT);
  await expect(anna.text).toContainText('Och omladdad.');
});
