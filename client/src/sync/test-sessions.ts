import type * as Y from 'yjs';
import { localCopyName } from './local-copy.ts';
import { HandlingSession, type SessionOptions, type SessionView } from './session.ts';
import { TestServer } from './test-server.ts';

let handlingar = 0;

/** A test's server, and the sessions of one handling of its own, with one browser's copy of it. */
export class TestSessions {
  readonly server: TestServer;
  readonly handlingId: string;
  readonly #sessions = new Set<HandlingSession>();

  static async start(): Promise<TestSessions> {
    const server = await TestServer.start();
    server.doc.getText('text').insert(0, 'Nämnden beslutar');
    handlingar++;
    return new TestSessions(server, `h${handlingar}`);
  }

  private constructor(server: TestServer, handlingId: string) {
    this.server = server;
    this.handlingId = handlingId;
  }

  get copyName(): string {
    return localCopyName('p1', this.handlingId);
  }

  open(options: Partial<SessionOptions> = {}): HandlingSession {
    const session = new HandlingSession({
      url: this.server.url,
      handlingId: this.handlingId,
      person: { id: 'p1', namn: 'Ada Ek' },
      schemaVersion: 1,
      WebSocket,
      ratt: 'skriva',
      ...options,
    });
    this.#sessions.add(session);
    return session;
  }

  /** The page has been left or reloaded. */
  async closed(session: HandlingSession): Promise<void> {
    this.#sessions.delete(session);
    await session.close();
  }

  /** Every connection is lost and no new one is let in. */
  cutOff(): void {
    this.server.refuseWith = 'serverRestarts';
    this.server.closeAll('serverRestarts');
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#sessions].map((session) => session.close()));
    await this.server.stop();
  }
}

/** Resolves with the view when it has become what the test waits for. */
export function until(session: HandlingSession, holds: (view: SessionView) => boolean): Promise<SessionView> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds(session.view())) return;
      stop();
      resolve(session.view());
    };
    const stop = session.subscribe(look);
    look();
  });
}

export function becomes(session: HandlingSession, status: SessionView['status']): Promise<SessionView> {
  return until(session, (view) => view.status === status);
}

export function text(session: HandlingSession): Y.Text {
  return session.doc.getText('text');
}
