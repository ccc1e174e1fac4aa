/** What a group's encrypted bytes are, and of which handling: bound to them, so that none can be put in another's place. */
export const titleOf = (handlingId: string): string => `titel ${handlingId}`;
export const baseOf = (handlingId: string): string => `bas ${handlingId}`;
export const originOf = (handlingId: string): string => `ursprung ${handlingId}`;
export const updateOf = (handlingId: string): string => `logg ${handlingId}`;
