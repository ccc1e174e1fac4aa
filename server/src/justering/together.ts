/**
 * Work that many may ask for at once and that takes its time: who asks while it is done shares the next turn with everybody
 * else who does, for what is under way may have begun before what they want to know of.
 */
export function together<Answer>(work: () => Promise<Answer>): () => Promise<Answer> {
  let running: Promise<Answer> | null = null;
  let next: Promise<Answer> | null = null;
  const begin = (): Promise<Answer> => {
    next = null;
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (running === null) return begin();
    next ??= running.then(begin, begin);
    return next;
  };
}
