import type { Person } from './person.ts';

/** A page that is not drawn while it is held, as on a busy machine: no frame comes, and no word of a caret that moved. */
export class Drawing {
  readonly #person: Person;

  /** Before the person's first page. */
  static async of(person: Person): Promise<Drawing> {
    await person.page.addInitScript(drawnWhenLet);
    return new Drawing(person);
  }

  private constructor(person: Person) {
    this.#person = person;
  }

  async hold(): Promise<void> {
    await this.#tell('hold-drawing');
  }

  async release(): Promise<void> {
    await this.#tell('release-drawing');
  }

  #tell(event: string): Promise<void> {
    return this.#person.page.evaluate((name) => void window.dispatchEvent(new Event(name)), event);
  }
}

function drawnWhenLet(): void {
  const waiting: FrameRequestCallback[] = [];
  let held = false;
  const draw = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => (held ? waiting.push(callback) : draw(callback));
  const silence = (event: Event) => {
    if (held && event.isTrusted) event.stopImmediatePropagation();
  };
  window.addEventListener('selectionchange', silence, { capture: true });
  window.addEventListener('hold-drawing', () => {
    held = true;
  });
  window.addEventListener('release-drawing', () => {
    held = false;
    for (const callback of waiting.splice(0)) draw(callback);
    document.dispatchEvent(new Event('selectionchange'));
  });
}
