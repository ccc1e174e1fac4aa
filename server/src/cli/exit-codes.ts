/** What the commands end with: sysexits.h where it has a word for it. */
export const EXIT = { ok: 0, fault: 1, usage: 64, noInput: 66, config: 78 } as const;
