import { expect, test } from 'vitest';
import { IMPORT_MAX_BYTES, lasText } from './las-text.ts';

const TEXT = 'Nämnden överlämnar ärendet – «så här».\n';
const utf8 = new TextEncoder().encode(TEXT);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (tecken) => tecken.charCodeAt(0));
const utf16 = (text: string, stor: boolean): Uint8Array =>
  Uint8Array.from(
    `\ufeff${text}`.split('').flatMap((tecken) => {
      const kod = tecken.charCodeAt(0);
      return stor ? [kod >> 8, kod & 255] : [kod & 255, kod >> 8];
    }),
  );

test.each([
  ['UTF-8', utf8, 'utf-8'],
  ['UTF-8 with BOM', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8), 'utf-8'],
  ['UTF-16 little endian', utf16(TEXT, false), 'utf-16le'],
  ['UTF-16 big endian', utf16(TEXT, true), 'utf-16be'],
  ['Windows-1252', latin(TEXT.replace('–', '\u0096')), 'windows-1252'],
])('[I6] %s is read as what it is', (_, bytes, kodning) => {
  expect(lasText(bytes)).toEqual({ ok: true, text: TEXT, kodning });
});

test('[I6] the quotation marks and the euro sign of Windows-1252 are what they were', () => {
  expect(lasText(Uint8Array.of(0x94, 0x80, 0x94, 0x20, 0xe5))).toMatchObject({ text: '”€” å' });
});

test.each([
  ['inte_text', 'a PDF', latin('%PDF-1.7\n%âãÏÓ\n\u0000\u0001')],
  ['inte_text', 'a PDF of readable characters', latin('%PDF-1.4\n1 0 obj\n')],
  ['inte_text', 'a Word file', Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0)],
  ['inte_text', 'an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 0x1a, 10)],
  ['inte_text', 'half a UTF-16 character', Uint8Array.of(0xff, 0xfe, 0x61)],
  ['inte_text', 'bytes that Windows-1252 does not have', Uint8Array.of(0x61, 0x81, 0x8d)],
  ['tom', 'nothing', new Uint8Array()],
  ['tom', 'white space', latin(' \r\n\t\f ')],
  ['tom', 'only a BOM', Uint8Array.of(0xef, 0xbb, 0xbf)],
  ['for_stor', 'more than 2 MB', new Uint8Array(IMPORT_MAX_BYTES + 1).fill(0x61)],
])('[I7] %s: %s is refused with what to do', (fel, _, bytes) => {
  expect(lasText(bytes)).toEqual({ ok: false, fel, meddelande: expect.stringMatching(/^Filen är .*\. .*\.$/) });
});
