import { describe, expect, it } from 'vitest';
import { typedAddress } from './typed-address.ts';

describe('typedAddress', () => {
  it('[E55] an address of a page, of mail or of a telephone is one, also without its protocol', () => {
    for (const [words, address] of [
      [' www.bjorkvik.se ', 'https://www.bjorkvik.se'],
      ['bjorkvik.se/sida?a=1#b', 'https://bjorkvik.se/sida?a=1#b'],
      ['HTTPS://Bjorkvik.se', 'HTTPS://Bjorkvik.se'],
      ['http://björkvik.se:8080/å', 'http://björkvik.se:8080/å'],
      ['https://bjorkvik.se/@anna', 'https://bjorkvik.se/@anna'],
      ['anna@bjorkvik.se', 'mailto:anna@bjorkvik.se'],
      ['mailto:anna@bjorkvik.se?subject=Hej', 'mailto:anna@bjorkvik.se?subject=Hej'],
      ['tel:+46 8-123 45', 'tel:+468-12345'],
    ]) {
      expect(typedAddress(words ?? '')).toBe(address);
    }
  });

  it('[E55] what leads nowhere or hides where it leads is none', () => {
    for (const words of [
      '',
      'http://',
      'https://',
      'https://ex ample.se',
      'https://exempel..se',
      '/handlingar/x',
      'hej',
      'https://hej',
      'https://user:pw@exempel.se',
      'https://user@exempel.se/',
      'https://exempel.se\\@annan.se',
      'java\tscript:alert(1)',
      'java\nscript:alert(1)',
      'javascript:alert(1)',
      'data:text/html,x',
      'mailto:',
      'mailto:anna',
      'tel:',
      'tel:växeln',
      'https://exempel.se:99999999',
    ]) {
      expect(typedAddress(words), words).toBeNull();
    }
  });
});
