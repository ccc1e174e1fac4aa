import { Link } from '@tiptap/extension-link';

const SAFE = /^(?:https?:\/\/|mailto:|tel:)/i;

/** Whether an address may stand in a handling: web, mail and telephone; never script, file or data. */
export function arSakerLank(href: unknown): href is string {
  return typeof href === 'string' && href.length <= 2000 && SAFE.test(href.trim());
}

/** As people write it: what autolinking makes https of, and nothing else that lacks a protocol. */
const WWW = /^www\.[^\s/:]+\.[^\s:]+$/i;

/** The address stands apart from the words, so that a line break or a hyphen in the text never breaks it. */
export const Lank = Link.extend({
  // What is written after a link is no part of it.
  inclusive: false,
  addAttributes: () => ({
    href: {
      default: null,
      validate: 'string|null',
      // Without its protocol it would lead to a page of this site's own.
      parseHTML: (element: { getAttribute(name: string): string | null }) =>
        element.getAttribute('href')?.replace(WWW, 'https://$&'),
    },
  }),
}).configure({
  openOnClick: false,
  autolink: true,
  defaultProtocol: 'https',
  HTMLAttributes: { rel: 'noopener noreferrer' },
  isAllowedUri: (uri) => arSakerLank(uri) || WWW.test(uri),
});
