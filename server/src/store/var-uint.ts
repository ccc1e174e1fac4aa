/** lib0's unsigned integers, written into a buffer that has been measured beforehand instead of one that grows. */

/** How many bytes the value takes. */
export function varUintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest > 0x7f; rest = Math.floor(rest / 0x80)) length++;
  return length;
}

/** @returns where the next thing is written. */
export function writeVarUint(bytes: Uint8Array, at: number, value: number): number {
  let next = at;
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes[next++] = 0x80 | (rest & 0x7f);
  bytes[next++] = rest;
  return next;
}
