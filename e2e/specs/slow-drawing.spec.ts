import { Drawing } from '../support/drawing.ts';
import { expect, test } from '../support/test.ts';

const HANDLING = 'konstrunda-utlatande';

test('[V41] who uses a tool and writes on writes every letter in the text, however late the page is drawn', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  const drawing = await Drawing.of(anna);
  await anna.openHandling(HANDLING);
  await anna.clickEnd(anna.avsnitt('Ärendet').locator('p').first());
  await anna.page.keyboard.press('Enter');
  await anna.page.keyboard.press('Alt+F10');
  await anna.page.keyboard.press('End');
  while (!(await anna.tool('Punktlista').evaluate((tool) => tool === document.activeElement))) {
    await anna.page.keyboard.press('ArrowLeft');
  }
  await drawing.hold();
  await anna.page.keyboard.press('Enter');
  await anna.page.keyboard.type('En punkt');
  await expect(anna.avsnitt('Ärendet').getByRole('listitem').first()).toHaveText('En punkt');

  await anna.page.keyboard.press('Alt+F10');
  await expect(anna.tool('Punktlista')).toBeFocused();
  await drawing.release();
  await anna.statusIs('Sparat');
  await expect(anna.tool('Punktlista')).toBeFocused();
});

test('[V42] a key acts where the caret has just been put, however late the page is drawn', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  const drawing = await Drawing.of(anna);
  await anna.openHandling(HANDLING);
  await anna.writeIn('Sammanfattning', ' Här.');
  await drawing.hold();
  await anna.clickEnd(anna.avsnitt('Ärendet').locator('p').first());
  await anna.page.keyboard.press('Enter');
  await anna.page.keyboard.type('Ett nytt stycke');
  await expect(anna.avsnitt('Ärendet').locator('p').nth(1)).toHaveText('Ett nytt stycke');

  await anna.page.keyboard.press('Home');
  await anna.page.keyboard.press('Control+b');
  await anna.page.keyboard.type('Fet');
  await expect(anna.avsnitt('Ärendet').locator('p').nth(1).locator('strong')).toHaveText('Fet');
  await expect(anna.avsnitt('Ärendet').locator('p').nth(1)).toHaveText('FetEtt nytt stycke');
});

test('[V42] what somebody else writes puts no caret back that has just been moved', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  const karim = await person('Karim Haddad');
  const drawing = await Drawing.of(anna);
  await Promise.all([anna.openHandling(HANDLING), karim.openHandling(HANDLING)]);
  await anna.writeIn('Sammanfattning', ' Här.');
  await drawing.hold();
  await anna.clickEnd(anna.avsnitt('Ärendet').locator('p').first());
  await karim.writeIn('Sammanfattning', ' Karim var här.');
  await anna.sees('Karim var här.');
  await anna.page.keyboard.type(' Anna skrev här.');
  await expect(anna.avsnitt('Ärendet').locator('p').first()).toContainText('Anna skrev här.');
});

test('[V42] what somebody else does in the same paragraph puts no caret back that a key has just moved', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  const karim = await person('Karim Haddad');
  const drawing = await Drawing.of(anna);
  await Promise.all([anna.openHandling(HANDLING), karim.openHandling(HANDLING)]);
  const first = anna.avsnitt('Ärendet').locator('p').first();
  const karims = karim.avsnitt('Ärendet').locator('p').first();
  await expect(first).toHaveText(/besökare\.$/);
  await anna.clickEnd(first);
  await drawing.hold();

  // His caret alone.
  await anna.page.keyboard.press('ArrowLeft');
  await karims.click({ position: { x: 1, y: 8 } });
  await expect(first.locator('.andras-markor')).toBeVisible();
  await anna.page.keyboard.type(' om året');
  await expect(karims).toContainText('besökare om året');

  // And his words.
  await anna.page.keyboard.press('End');
  await karim.page.keyboard.type('Som alla vet: ');
  await expect(first).toContainText('Som alla vet: ');
  await anna.page.keyboard.type(' Fler kommer.');
  await expect(karims).toContainText('om året. Fler kommer.');
});

test('[V49] the letters of a new paragraph stand in the order they were typed, also before it has been drawn', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  await anna.openHandling(HANDLING);
  const first = anna.avsnitt('Ärendet').locator('p').first();
  await anna.clickEnd(first);
  await expect(first).toHaveClass(/med-markor/);
  // One turn of the page's own, in which nothing can be drawn: real keys come in turns of theirs.
  await anna.text.evaluate(async (text) => {
    const press = (key: string, keyCode: number, ctrlKey = false) =>
      text.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, ctrlKey, bubbles: true, cancelable: true }));
    press('Enter', 13);
    press('b', 66, true);
    for (const letter of 'fet') {
      document.execCommand('insertText', false, letter);
      // What the browser has written is read by the editor before the next letter.
      await Promise.resolve();
    }
  });
  await anna.page.keyboard.type(' stil');
  await expect(anna.avsnitt('Ärendet').locator('p').nth(1).locator('strong')).toHaveText('fet stil');
});
