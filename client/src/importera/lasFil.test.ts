import { expect, it } from 'vitest';
import { lasFil, lasInklistrat } from './lasFil.ts';

it('[G8] a file that is empty, no text or too big is refused by its own message, and an older encoding is told', async () => {
  const fel = async (delar: BlobPart[]) => {
    const last = await lasFil(new Blob(delar));
    return last.ok ? last.kodning : last.fel;
  };

  expect(await fel([])).toBe('tom');
  expect(await fel([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3])])).toBe('inte_text');
  expect(await fel([new Uint8Array(50 * 1024 * 1024).fill(0x61)])).toBe('for_stor');
  expect(await fel([new Uint8Array([0xc4, 0x72, 0x65, 0x6e, 0x64, 0x65])])).toBe('windows-1252');
  expect(await fel(['Ärende'])).toBe('utf-8');
});

it('[G8] pasted text is read under the limits of a file', () => {
  expect(lasInklistrat(' \n ')).toMatchObject({ ok: false, fel: 'tom' });
  expect(lasInklistrat('å'.repeat(1_500_000))).toMatchObject({ ok: false, fel: 'for_stor' });
  expect(lasInklistrat('Ärende')).toMatchObject({ ok: true, text: 'Ärende' });
});
