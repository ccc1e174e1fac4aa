import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect } from 'react';

/**
 * One stop for Tab in a toolbar and arrow keys inside it (WAI-ARIA toolbar pattern). Held in the DOM alone, because the
 * buttons are drawn anew at each caret move and must not forget which one has the stop.
 * @param leave what Escape does.
 */
export function useRoving(toolbar: RefObject<HTMLElement | null>, leave: () => unknown) {
  const buttons = () => [...(toolbar.current?.querySelectorAll<HTMLElement>('button') ?? [])].filter(isShown);
  const give = (to: HTMLElement | undefined) => {
    if (to === undefined) return;
    for (const button of buttons()) button.tabIndex = button === to ? 0 : -1;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first stop is given once
  useEffect(() => give(buttons()[0]), []);
  return {
    onFocus: (event: FocusEvent<HTMLElement>) => {
      if (event.target instanceof HTMLButtonElement) give(event.target);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const all = buttons();
      const at = event.target instanceof HTMLElement ? all.indexOf(event.target) : -1;
      if (at < 0) return;
      const to = step(event.key, at, all.length);
      if (to !== null) {
        event.preventDefault();
        all[to]?.focus();
      } else if (event.key === 'Escape') leave();
    },
  };
}

/** Where a key leads in a row of `count`; null for a key that leads nowhere. */
export function step(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function isShown(element: HTMLElement): boolean {
  return element.offsetParent !== null;
}
