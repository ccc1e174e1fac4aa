import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { writtenDocument } from '../store/contract.ts';
import { emptyFile, groupFile, TEST_KEY } from '../store/empty-file.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { TestWriter, wordsOf } from './test-writer.ts';
import { HANDLING } from './testbed.ts';

const WRITERS = 4;

/** Which saved word of a life is the last one: the same lives in every run. */
function* lives(seed: number): Generator<number> {
  for (let state = seed; ; state = (state * 1_103_515_245 + 12_345) % 2 ** 31) yield 1 + (state % 40);
}

describe('a server killed with -9', () => {
  let child: ChildProcess | null = null;
  afterEach(() => child?.kill('SIGKILL'));

  async function start(file: string, port: number): Promise<string> {
    const execArgv = ['--disable-warning=ExperimentalWarning'];
    child = fork(new URL('./test-child.ts', import.meta.url), { env: { FILE: file, PORT: String(port) }, execArgv });
    const [url] = (await once(child, 'message')) as [string];
    return url;
  }

  async function kill(): Promise<void> {
    const gone = once(child ?? process, 'exit');
    child?.kill('SIGKILL');
    await gone;
  }

  it.each([
    { what: 'an office’s text', kills: 50, make: emptyFile },
    { what: '[Q2] a group’s text', kills: 10, make: () => groupFile(HANDLING) },
  ])(
    '[P6] $what, $kills times under load: every update reported saved is there, and all come to the same text',
    async ({ kills, make }) => {
      let killed = 0;
      const file = await make();
      const store = openSqliteStore(file, TEST_KEY);
      await store.create(HANDLING, writtenDocument([]).seed);
      await store.close();
      const writers = Array.from({ length: WRITERS }, (_, i) => new TestWriter(`writer${i}`));
      const saved = () => new Set(writers.flatMap((writer) => [...writer.saved]));
      let url = await start(file, 0);
      const port = Number(new URL(url).port);
      for (const life of lives(20_261_122)) {
        await Promise.all(writers.map((writer) => writer.connect(url, HANDLING)));
        const enough = saved().size + life;
        let typing = true;
        const typist = (writer: TestWriter) => {
          if (!typing) return;
          writer.type();
          setImmediate(typist, writer);
        };
        for (const writer of writers) typist(writer);
        await Promise.race(writers.map((writer) => writer.until(() => saved().size >= enough)));
        typing = false;
        await kill();
        const promised = saved();
        for (const writer of writers) writer.cut();
        url = await start(file, port);
        const witness = new TestWriter('writer59');
        await witness.connect(url, HANDLING);
        const there = wordsOf(witness.doc);
        expect([...promised].filter((word) => !there.has(word))).toEqual([]);
        witness.cut();
        if (++killed === kills) break;
      }
      await Promise.all(writers.map((writer) => writer.connect(url, HANDLING)));
      await Promise.all(writers.map((writer) => writer.until(() => writer.settled)));
      const all = writers.flatMap((writer) => writer.typed);
      const complete = (writer: TestWriter) => wordsOf(writer.doc).size === all.length;
      await Promise.all(writers.map((writer) => writer.until(() => complete(writer))));
      const texts = new Set(writers.map((writer) => writer.doc.getXmlFragment('text').toString()));
      expect(texts.size).toBe(1);
      expect(all.length).toBeGreaterThan(kills * WRITERS);
    },
    240_000,
  );
});
