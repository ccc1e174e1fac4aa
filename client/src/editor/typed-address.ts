import { arSakerLank } from '@samskrift/shared';

/**
 * The address that somebody has written by hand, with its protocol: «www.bjorkvik.se» means https, one with @ means mail.
 * @returns null for what leads nowhere, or may not stand in a handling. Texts from elsewhere are only asked the latter.
 */
export function typedAddress(words: string): string | null {
  const address = withProtocol(words.trim());
  const known = KINDS.some((kind) => kind.test(address)) && arSakerLank(address);
  return known && URL.canParse(address) ? address : null;
}

/** A web address has a host with a dot and nobody's name and password before it; mail somebody's name, tel a number. */
const KINDS = [
  /^https?:\/\/[^\s/?#\\@:.]+(?:\.[^\s/?#\\@:.]+)+(?::\d+)?(?:[/?#]\S*)?$/i,
  /^mailto:[^\s@?]+@[^\s@?]+(?:\?\S*)?$/i,
  /^tel:\+?[\d().-]*\d[\d().-]*$/i,
];

function withProtocol(address: string): string {
  if (/^tel:/i.test(address)) return address.replace(/\s+/g, '');
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address === '') return address;
  return /^[^\s/@]+@[^\s/@]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
}
