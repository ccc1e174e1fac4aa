import { build } from 'rolldown';

const THREAD = /new URL\('(\.\/[\w-]+-thread\.ts)', import\.meta\.url\)/g;

/**
 * A thread is started from a file of its own: each becomes one, and is asked for by its new name.
 * @type {import('rolldown').Plugin}
 */
const threads = {
  name: 'threads',
  async transform(code, importer) {
    /** @type {Map<string, string>} */
    const urls = new Map();
    for (const [, path = ''] of code.matchAll(THREAD)) {
      const found = await this.resolve(path, importer);
      if (found === null) throw new Error(`${importer} asks for a thread that is not there: ${path}`);
      const chunk = this.emitFile({ type: 'chunk', id: found.id });
      urls.set(path, `new URL(import.meta.ROLLUP_FILE_URL_${chunk})`);
    }
    return urls.size === 0 ? null : code.replaceAll(THREAD, (asked, path) => urls.get(path) ?? asked);
  },
};

/**
 * Writes the server into dist as few files, of which only those are read that something needs: finding and reading a thousand
 * modules one by one is most of what a start costs. Names and lines stay as they are, for whoever reads a stack in the log.
 */
await build({
  cwd: import.meta.dirname,
  input: { main: 'src/main.ts' },
  platform: 'node',
  // Found on the disk by the page of the API, which serves its files.
  external: /^swagger-ui-dist/,
  plugins: [threads],
  output: {
    dir: 'dist',
    // Of what is there nothing is overwritten but main.js: a server that runs may yet ask for the rest of itself.
    entryFileNames: ({ name }) => (name === 'main' ? 'main.js' : '[name]-[hash].js'),
    chunkFileNames: '[name]-[hash].js',
    // By itself it puts Yjs, which the rooms need, into one file with the text schema, which they do not.
    codeSplitting: { groups: [{ name: 'yjs', test: /\/node_modules\/(yjs|lib0)\/[^@]*$/ }] },
  },
});
