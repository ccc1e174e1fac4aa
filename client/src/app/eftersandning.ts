import { ApiFel } from '../api.ts';
import { lamnadeKopior } from '../konto/lokalaKopior.ts';
import type { Person } from '../sync/open-session.ts';
import type { HandlingSession } from '../sync/session.ts';
import type { Status } from '../sync/status.ts';

/** What is known of a text that was left before the server had all of it. */
export interface Osand {
  readonly handlingId: string;
  /** On its way; just arrived; written after the seal; not taken by the server. */
  readonly lage: 'vantar' | 'sparad' | 'sen' | 'nekad';
}

/** What sends: fetched when there is something to send, since most pages have no other use for it. */
interface Sandare {
  openUnsent(person: Person, handlingId: string): HandlingSession;
  isLate(personId: string, handlingId: string, session: HandlingSession): Promise<boolean>;
  /** Resolves when the copy says that all it has is in the seal. */
  markSealed(personId: string, handlingId: string): Promise<void>;
}

interface Sandning {
  readonly session: HandlingSession;
  readonly sluta: () => void;
  lage: Osand['lage'];
  synlig: boolean;
  /** Under way to find out whether a sealed text lacks something. */
  granskas: boolean;
}

/** What a session without an editor has come to. `klar`: there is nothing more that it could send. */
const UTFALL: Readonly<Record<Status, 'klar' | 'vantar' | 'nekad' | 'forseglad'>> = {
  connecting: 'vantar',
  saved: 'klar',
  saving: 'vantar',
  offline: 'vantar',
  offlineKeeping: 'vantar',
  offlineUnkept: 'vantar',
  offlineReading: 'klar',
  cannotSave: 'vantar',
  tooBig: 'nekad',
  locked: 'forseglad',
  reading: 'klar',
  loggedOut: 'vantar',
  gone: 'klar',
  newVersion: 'vantar',
  tooManyTabs: 'klar',
  refusedText: 'nekad',
};

/** Before this nothing is said: most texts that are left in mid-word are saved in the next instant. */
const TYST_MS = 1_500;
/** How long it is said that what was waited for has arrived. */
const SPARAD_MS = 6_000;

/**
 * Sees to it that what is written reaches the server also when its page has been left: sessions that were left with unsent
 * text live on, and for copies that another page or an ended tab left so a session is opened. Tells what is still waiting.
 *
 * 1. A handling that is open on the page is the page's own: it takes the session back with `aterta`.
 * 2. A session is closed when it has nothing more to send, and what the server did not take stays in the copy.
 */
export class Eftersandning {
  readonly #hamta: () => Promise<Sandare>;
  readonly #tystMs: number;
  readonly #oppna = new Set<string>();
  readonly #sandningar = new Map<string, Sandning>();
  readonly #dolda = new Set<string>();
  readonly #lyssnare = new Set<() => void>();
  #person: Person | null = null;
  #osanda: readonly Osand[] = [];
  /** One search after the other: two at once would open the same handling twice. */
  #ko: Promise<void> = Promise.resolve();

  constructor(hamta: () => Promise<Sandare>, tystMs = TYST_MS) {
    this.#hamta = hamta;
    this.#tystMs = tystMs;
  }

  readonly lyssna = (mottagare: () => void): (() => void) => {
    this.#lyssnare.add(mottagare);
    return () => this.#lyssnare.delete(mottagare);
  };

  /** A new list when something in it has changed, and only then. */
  readonly osanda = (): readonly Osand[] => this.#osanda;

  /** Whether the page that opens the handling gets a session back. */
  har(handlingId: string): boolean {
    const sandning = this.#sandningar.get(handlingId);
    return sandning !== undefined && sandning.lage !== 'sparad';
  }

  /** The handling is opened on the page. @returns the session that it was left with, if that still lives */
  aterta(handlingId: string): HandlingSession | null {
    this.#oppna.add(handlingId);
    const sandning = this.#sandningar.get(handlingId);
    if (sandning === undefined) return null;
    this.#slapp(handlingId, sandning);
    if (sandning.lage === 'sparad') return null;
    sandning.session.awareness.setLocalState({});
    return sandning.session;
  }

  /** The page of the handling has been left. */
  lamnades(handlingId: string, session: HandlingSession): void {
    this.#oppna.delete(handlingId);
    if (!session.dirty) void session.close();
    else {
      session.awareness.setLocalState(null);
      this.#ta(handlingId, session);
    }
  }

  /** The handling is on the page as it was sealed; what its copy has beyond that the page shows itself. Returns its undo. */
  visas(handlingId: string): () => void {
    // Opened by a search in the instant that the page was; what it has is in the copy too.
    void this.aterta(handlingId)?.close();
    return () => this.#oppna.delete(handlingId);
  }

  /** Not spoken of any more on this page; what it is about stays in the copy. */
  dolj(handlingId: string): void {
    this.#dolda.add(handlingId);
    const sandning = this.#sandningar.get(handlingId);
    if (sandning !== undefined) void this.#avsluta(handlingId, sandning);
  }

  /** Searches at once, and when the network or the person comes back. Returns its undo. */
  folj(person: Person): () => void {
    this.#person = person;
    const lyssnar = new AbortController();
    const { signal } = lyssnar;
    const ater = () => {
      if (document.visibilityState === 'visible') void this.sok();
    };
    window.addEventListener('focus', ater, { signal });
    document.addEventListener('visibilitychange', ater, { signal });
    for (const handelse of ['online', 'offline']) window.addEventListener(handelse, () => this.#natet(), { signal });
    window.addEventListener('beforeunload', (event) => this.#fragaForst(event), { signal });
    void this.sok();
    return () => lyssnar.abort();
  }

  /** The person has logged in again. */
  fornyades(): void {
    for (const { session } of this.#sandningar.values()) session.resume();
    void this.sok();
  }

  /** Resolves when a session is open for each copy that has something unsent and that no page or tab sees to. */
  sok(): Promise<void> {
    this.#ko = this.#ko
      .then(() => this.#enGang())
      .catch((fel: unknown) => {
        // A database that another tab removes under the search, or the engine's file without network: it is searched again.
        console.error('eftersändningen:', fel);
      });
    return this.#ko;
  }

  async #enGang(): Promise<void> {
    const person = this.#person;
    if (person === null) return;
    for (const [id, sandning] of this.#sandningar) this.#bedom(id, sandning);
    const lamnade = (await lamnadeKopior(person.id)).filter((id) => !this.#dolda.has(id));
    if (lamnade.length === 0) return;
    const { openUnsent } = await this.#hamta();
    for (const id of lamnade) {
      if (!this.#oppna.has(id) && !this.har(id)) this.#ta(id, openUnsent(person, id));
    }
  }

  #natet(): void {
    for (const { session } of this.#sandningar.values()) session.retryNow();
    void this.sok();
  }

  #fragaForst(event: BeforeUnloadEvent): void {
    const vantar = [...this.#sandningar.values()].some(
      ({ lage, session }) => lage === 'vantar' && session.warnsOnLeave(),
    );
    if (vantar) event.preventDefault();
  }

  #ta(handlingId: string, session: HandlingSession): void {
    this.#sandningar.get(handlingId)?.sluta();
    const slutaLyssna = session.subscribe(() => this.#bedom(handlingId, sandning));
    const tyst = setTimeout(() => {
      sandning.synlig = true;
      this.#sag();
    }, this.#tystMs);
    const sandning: Sandning = {
      session,
      sluta: () => {
        slutaLyssna();
        clearTimeout(tyst);
      },
      lage: 'vantar',
      synlig: false,
      granskas: false,
    };
    this.#sandningar.set(handlingId, sandning);
    this.#bedom(handlingId, sandning);
  }

  #bedom(handlingId: string, sandning: Sandning): void {
    if (sandning.lage === 'sparad') return;
    const { status } = sandning.session.view();
    const utfall = UTFALL[status];
    if (utfall === 'klar') this.#klar(handlingId, sandning, status === 'saved');
    else if (utfall === 'forseglad') void this.#granska(handlingId, sandning);
    else {
      sandning.lage = utfall;
      this.#sag();
    }
  }

  #klar(handlingId: string, sandning: Sandning, sparad: boolean): void {
    if (!(sparad && sandning.synlig)) {
      void this.#avsluta(handlingId, sandning);
      return;
    }
    sandning.lage = 'sparad';
    this.#sag();
    void sandning.session.close();
    setTimeout(() => {
      if (this.#sandningar.get(handlingId) === sandning) this.#slapp(handlingId, sandning);
    }, SPARAD_MS);
  }

  async #granska(handlingId: string, sandning: Sandning): Promise<void> {
    const person = this.#person;
    if (sandning.granskas || sandning.lage === 'sen' || person === null) return;
    sandning.granskas = true;
    try {
      const { isLate, markSealed } = await this.#hamta();
      const sen = await isLate(person.id, handlingId, sandning.session);
      // The page may have taken it back meanwhile, and shows itself what is late.
      if (this.#sandningar.get(handlingId) !== sandning) return;
      if (sen) {
        sandning.lage = 'sen';
        this.#sag();
        return;
      }
      await this.#avsluta(handlingId, sandning);
      await markSealed(person.id, handlingId);
    } catch (fel) {
      // Without network it cannot be known; it is asked again when the network is back.
      if (!(fel instanceof ApiFel)) throw fel;
    } finally {
      sandning.granskas = false;
    }
  }

  #avsluta(handlingId: string, sandning: Sandning): Promise<void> {
    this.#slapp(handlingId, sandning);
    return sandning.session.close();
  }

  #slapp(handlingId: string, sandning: Sandning): void {
    sandning.sluta();
    if (this.#sandningar.get(handlingId) === sandning) this.#sandningar.delete(handlingId);
    this.#sag();
  }

  #sag(): void {
    const nu = [...this.#sandningar].flatMap(([handlingId, { lage, synlig }]) =>
      synlig ? [{ handlingId, lage }] : [],
    );
    const lika = (ett: Osand, annat: Osand | undefined) =>
      ett.handlingId === annat?.handlingId && ett.lage === annat.lage;
    if (nu.length === this.#osanda.length && nu.every((ett, plats) => lika(ett, this.#osanda[plats]))) return;
    this.#osanda = nu;
    for (const mottagare of this.#lyssnare) mottagare();
  }
}
