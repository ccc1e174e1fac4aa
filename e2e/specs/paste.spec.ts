import type { Person } from '../support/person.ts';
import { expect, test } from '../support/test.ts';

const HANDLING = 'konstrunda-utlatande';

/** What Word puts on the clipboard: lists are paragraphs that only look like lists. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal{margin:0cm;font-family:Calibri}</style></head>
<body lang=SV><!--StartFragment-->
<p class=MsoNormal><b><span style='font-size:14.0pt'>Kostnaden</span></b> är <i>ännu</i> inte känd.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Skyltar<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Karta<o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Post</p></td><td><p class=MsoNormal>Kronor</p></td></tr>
<tr><td><p class=MsoNormal>Tryck</p></td><td><p class=MsoNormal>4 000</p></td></tr></table>
<!--EndFragment--></body></html>`;

const WEB = `<meta charset="utf-8"><div style="color:red;font-size:30px" onclick="alert(1)"><h1>Rubrik från nätet</h1>
<script>alert(1)</script><p>Ett <a href="https://exempel.example/sida" target="_blank">stycke</a> med
<a href="javascript:alert(1)">en fälla</a>.</p><ol><li>Först</li><li>Sedan</li></ol><img src="x" onerror="alert(1)"></div>`;

/** Puts HTML on the clipboard as another program does, and pastes it by the keys. */
async function paste(one: Person, html: string): Promise<void> {
  await one.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await one.page.evaluate(async (content) => {
    const blob = new Blob([content], { type: 'text/html' });
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': blob })]);
  }, html);
  await one.page.keyboard.press('Control+v');
}

test('[V27] pasted from Word: lists are lists, a table is a table, and no dress of Word’s comes along', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  await anna.openHandling(HANDLING);
  await anna.clickEnd(anna.avsnitt('Ärendet').locator('p').first());
  await anna.page.keyboard.press('Enter');
  await paste(anna, WORD);
  const arendet = anna.avsnitt('Ärendet');
  await expect(arendet.getByRole('list').filter({ hasText: 'Skyltar' }).getByRole('listitem')).toHaveText([
    'Skyltar',
    'Karta',
  ]);
  await expect(arendet.locator('strong')).toHaveText('Kostnaden');
  await expect(arendet.locator('em')).toHaveText('ännu');
  await expect(arendet.getByRole('row')).toHaveCount(2);
  await expect(arendet.locator('[class*="Mso"], [style*="font-size"], [style*="mso"]')).toHaveCount(0);
  await anna.statusIs('Sparat');
});

test('[V28] pasted from a web page: structure and safe links, nothing that runs', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  await anna.openHandling(HANDLING);
  await anna.clickEnd(anna.avsnitt('Ärendet').locator('p').first());
  await anna.page.keyboard.press('Enter');
  // The policy of the page stops what the source would have run, and says so.
  anna.provokes(/Executing inline event handler violates/);
  await paste(anna, WEB);
  await anna.sees('Rubrik från nätet');
  await expect(anna.text.getByRole('link', { name: 'stycke' })).toHaveAttribute('href', 'https://exempel.example/sida');
  await expect(anna.text.getByRole('link', { name: 'en fälla' })).toHaveCount(0);
  await anna.sees('en fälla');
  await expect(anna.text.getByRole('listitem').filter({ hasText: /^(Först|Sedan)$/ })).toHaveCount(2);
  await expect(anna.text.locator('script, img:not(.ProseMirror-separator), [onclick], [style*="color"]')).toHaveCount(
    0,
  );
  await anna.statusIs('Sparat');
});
