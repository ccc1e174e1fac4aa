import { Link } from '@tiptap/extension-link';

const SAFE = /^(?:https?:\/\/|mailto:|tel:)/i;

/** Whether an address may stand in a handling: web, mail and telephone; never script, file or data. */
export function arSakerLank(href: unknown): href is string {
  return typeof href === 'string' && href.length <= 2000 && SAFE.test(href.trim());
}

/** As people write it, without its protocol. */
const WWW = /^www\.[^\s/:]+\.[^\s:]+$/i;

/** Whether what somebody writes in the text is meant as an address: with its protocol, or with www. */
export function arSkrivenLank(ord: string): boolean {
  return arSakerLank(ord) || WWW.test(ord);
}

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
  // Its own counts letters, and a paragraph with a footnote has more places than letters: client/src/editor/autolink.ts.
  autolink: false,
  defaultProtocol: 'https',
  HTMLAttributes: { rel: 'noopener noreferrer' },
  isAllowedUri: arSkrivenLank,
});
