/** Closes a switch over a union: a new member does not compile until it is answered. */
export function exhaustive(value: never): never {
  throw new RangeError(`unanswered case: ${String(value)}`);
}
