/** What JSON from the store says, undefined for what is no JSON: somebody may have changed the file behind the triggers. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
