/**
 * The tables of the documents, in SQLite's words. `dokument.bas` is a whole Yjs update; `logg` holds what came since
 * (batch-codec.ts), by way of the journal below. What is sealed cannot be changed or removed by any program that writes to the file
 * through SQLite: the triggers are the store's own lock, whatever a room believes (domain R12).
 */
export const DOCUMENT_TABLES: readonly string[] = [
  `CREATE TABLE dokument (
     handling_id TEXT PRIMARY KEY,
     bas BLOB NOT NULL
   ) STRICT`,
  `CREATE TABLE logg (
     rad INTEGER PRIMARY KEY,
     handling_id TEXT NOT NULL REFERENCES dokument (handling_id),
     tid INTEGER NOT NULL,
     uppdateringar BLOB NOT NULL
   ) STRICT`,
  'CREATE INDEX logg_handling ON logg (handling_id, rad)',
  `CREATE TABLE sigill (
     namnd_id TEXT NOT NULL,
     nr INTEGER NOT NULL,
     handling_id TEXT NOT NULL UNIQUE REFERENCES dokument (handling_id),
     post TEXT NOT NULL,
     hash TEXT NOT NULL,
     text TEXT NOT NULL,
     tillstand BLOB NOT NULL,
     PRIMARY KEY (namnd_id, nr)
   ) STRICT`,
  // The end of each chain, so that a chain cut short at its end is found too.
  `CREATE TABLE kedja (
     namnd_id TEXT PRIMARY KEY,
     antal INTEGER NOT NULL,
     hash TEXT NOT NULL
   ) STRICT`,
  `CREATE TRIGGER sigill_kedja AFTER INSERT ON sigill
     BEGIN INSERT INTO kedja VALUES (NEW.namnd_id, NEW.nr, NEW.hash)
       ON CONFLICT (namnd_id) DO UPDATE SET antal = excluded.antal, hash = excluded.hash; END`,
  `CREATE TRIGGER sigill_ordning BEFORE INSERT ON sigill
     WHEN NEW.nr <> (SELECT coalesce(max(nr), 0) + 1 FROM sigill WHERE namnd_id = NEW.namnd_id)
     BEGIN SELECT raise(ABORT, 'sigill: chain order'); END`,
  `CREATE TRIGGER sigill_ej_andra BEFORE UPDATE ON sigill BEGIN SELECT raise(ABORT, 'sigill: immutable'); END`,
  `CREATE TRIGGER sigill_ej_ta_bort BEFORE DELETE ON sigill BEGIN SELECT raise(ABORT, 'sigill: immutable'); END`,
  `CREATE TRIGGER logg_forseglad BEFORE INSERT ON logg
     WHEN EXISTS (SELECT 1 FROM sigill WHERE handling_id = NEW.handling_id)
     BEGIN SELECT raise(ABORT, 'logg: sealed'); END`,
  `CREATE TRIGGER logg_ej_andra BEFORE UPDATE ON logg BEGIN SELECT raise(ABORT, 'logg: append only'); END`,
  `CREATE TRIGGER dokument_forseglad BEFORE UPDATE ON dokument
     WHEN EXISTS (SELECT 1 FROM sigill WHERE handling_id = OLD.handling_id)
     BEGIN SELECT raise(ABORT, 'dokument: sealed'); END`,
  // REPLACE removes the old row without the delete trigger (SQLite: recursive_triggers is off).
  `CREATE TRIGGER dokument_ej_ersatt BEFORE INSERT ON dokument
     WHEN EXISTS (SELECT 1 FROM sigill WHERE handling_id = NEW.handling_id)
     BEGIN SELECT raise(ABORT, 'dokument: sealed'); END`,
  `CREATE TRIGGER dokument_ej_ta_bort BEFORE DELETE ON dokument
     WHEN EXISTS (SELECT 1 FROM sigill WHERE handling_id = OLD.handling_id)
     BEGIN SELECT raise(ABORT, 'dokument: sealed'); END`,
];

/** The commits on their way to `logg`, one row each with all its rooms (journal.ts). */
export const JOURNAL: readonly string[] = [
  `CREATE TABLE journal (
     nr INTEGER PRIMARY KEY,
     tid INTEGER NOT NULL,
     handlingar TEXT NOT NULL CHECK (json_type(handlingar) = 'array'),
     rader BLOB NOT NULL
   ) STRICT`,
  `CREATE TRIGGER journal_forseglad BEFORE INSERT ON journal
     WHEN EXISTS (SELECT 1 FROM json_each(NEW.handlingar) AS h JOIN sigill ON sigill.handling_id = h.value)
     BEGIN SELECT raise(ABORT, 'journal: sealed'); END`,
  `CREATE TRIGGER journal_ej_andra BEFORE UPDATE ON journal BEGIN SELECT raise(ABORT, 'journal: append only'); END`,
];
