// @vitest-environment happy-dom
import type { AnyRouter } from '@tanstack/react-router';
import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { expect, it } from 'vitest';
import { Sidbyten } from './sidbyten.ts';

function rubrik(): HTMLElement {
  const element = document.createElement('h1');
  element.tabIndex = -1;
  document.body.append(element);
  return element;
}

/** What the router says when a page has been drawn, said to those who listen. */
function bytt(router: AnyRouter, fran: string | undefined, till: string): void {
  const plats = (href: string) => ({ ...router.latestLocation, href, pathname: href });
  router.emit({
    type: 'onRendered',
    ...(fran === undefined ? {} : { fromLocation: plats(fran) }),
    toLocation: plats(till),
    pathChanged: fran !== till,
    hrefChanged: true,
    hashChanged: false,
  });
}

it('[G11] the heading of a page one goes to takes focus, also when it comes late; the first page leaves focus alone', () => {
  const rot = createRootRoute();
  const routeTree = rot.addChildren([createRoute({ getParentRoute: () => rot, path: '/a' })]);
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/'] }) });
  const byten = new Sidbyten();
  const sluta = byten.folj(router);

  const forsta = rubrik();
  const bort = byten.rubrik(forsta);
  bytt(router, undefined, '/');
  expect(document.activeElement).not.toBe(forsta);

  bort();
  bytt(router, '/', '/a');
  const sen = rubrik();
  byten.rubrik(sen);
  expect(document.activeElement).toBe(sen);

  sen.blur();
  bytt(router, '/a', '/a');
  expect(document.activeElement).not.toBe(sen);
  sluta();
});

it('[G11] a page that becomes another where one is gives its new heading focus, whichever of the two comes first', () => {
  const byten = new Sidbyten();
  byten.sidanVande();
  const sen = rubrik();
  const bort = byten.rubrik(sen);
  expect(document.activeElement).toBe(sen);

  bort();
  const tidig = rubrik();
  byten.rubrik(tidig);
  expect(document.activeElement).toBe(sen);
  byten.sidanVande();
  expect(document.activeElement).toBe(tidig);
});
