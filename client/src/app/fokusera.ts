/** A ref that gives focus to what has just come in the place of what had it, so that who goes by keys goes on from there. */
export function fokusera(element: HTMLElement | null): void {
  element?.focus();
}
