/**
 * One question to the database for all who ask the same while it is under way: after a restart hundreds of sockets come back
 * at once, most of them of a few persons and rooms. Nothing is remembered once it is answered.
 */
export class SharedAnswers<Answer> {
  readonly #ask: (key: string) => Promise<Answer>;
  readonly #asked = new Map<string, Promise<Answer>>();

  constructor(ask: (key: string) => Promise<Answer>) {
    this.#ask = ask;
  }

  get(key: string): Promise<Answer> {
    const known = this.#asked.get(key);
    if (known !== undefined) return known;
    const answer = this.#ask(key).finally(() => {
      if (this.#asked.get(key) === answer) this.#asked.delete(key);
    });
    this.#asked.set(key, answer);
    return answer;
  }

  /** What has been asked before this instant answers nobody who asks after it. */
  forget(): void {
    this.#asked.clear();
  }
}
