import { type Kysely, sql } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';
import { DOCUMENT_TABLES, JOURNAL } from '../store/tables.ts';
import { INLAMNING_GRUPP, LAGE } from './migrations-lage.ts';

/** Accounts and sessions, in the shape better-auth's adapter for SQLite reads and writes. */
const ACCOUNT_TABLES: readonly string[] = [
  `CREATE TABLE user (
     id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE, emailVerified INTEGER NOT NULL, image TEXT,
     createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL
   ) STRICT`,
  `CREATE TABLE session (
     id TEXT PRIMARY KEY, userId TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE, token TEXT NOT NULL UNIQUE,
     expiresAt TEXT NOT NULL, ipAddress TEXT, userAgent TEXT, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL
   ) STRICT`,
  'CREATE INDEX session_user ON session (userId)',
  `CREATE TABLE account (
     id TEXT PRIMARY KEY, accountId TEXT NOT NULL, providerId TEXT NOT NULL,
     userId TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE, accessToken TEXT, refreshToken TEXT, idToken TEXT,
     accessTokenExpiresAt TEXT, refreshTokenExpiresAt TEXT, scope TEXT, password TEXT,
     createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL
   ) STRICT`,
  'CREATE INDEX account_user ON account (userId)',
  `CREATE TABLE verification (
     id TEXT PRIMARY KEY, identifier TEXT NOT NULL, value TEXT NOT NULL, expiresAt TEXT NOT NULL,
     createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL
   ) STRICT`,
  'CREATE INDEX verification_identifier ON verification (identifier)',
];

const DOMAIN_TABLES: readonly string[] = [
  'CREATE TABLE namnd (id TEXT PRIMARY KEY, namn TEXT NOT NULL) STRICT',
  `CREATE TABLE forvaltning (
     id TEXT PRIMARY KEY, namn TEXT NOT NULL, namnd_id TEXT NOT NULL REFERENCES namnd (id)
   ) STRICT`,
  `CREATE TABLE partigrupp (
     id TEXT PRIMARY KEY, namn TEXT NOT NULL, namnd_id TEXT NOT NULL REFERENCES namnd (id)
   ) STRICT`,
  `CREATE TABLE uppdrag (
     person_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE, roll TEXT NOT NULL,
     organ_typ TEXT NOT NULL CHECK (organ_typ IN ('forvaltning', 'namnd', 'partigrupp')), organ_id TEXT NOT NULL,
     fran TEXT NOT NULL, till TEXT, PRIMARY KEY (person_id, organ_typ, organ_id, roll, fran)
   ) STRICT`,
  `CREATE TABLE arende (
     id TEXT PRIMARY KEY, dnr TEXT NOT NULL UNIQUE, titel TEXT NOT NULL, namnd_id TEXT NOT NULL REFERENCES namnd (id),
     skapad TEXT NOT NULL, skapad_av TEXT NOT NULL REFERENCES user (id)
   ) STRICT`,
  'CREATE INDEX arende_namnd ON arende (namnd_id)',
  `CREATE TABLE handling (
     id TEXT PRIMARY KEY, arende_id TEXT NOT NULL REFERENCES arende (id), namnd_id TEXT NOT NULL REFERENCES namnd (id),
     typ TEXT NOT NULL, mall TEXT NOT NULL, titel TEXT NOT NULL,
     agare_typ TEXT NOT NULL CHECK (agare_typ IN ('forvaltning', 'namnd', 'partigrupp')), agare_id TEXT NOT NULL,
     skapad TEXT NOT NULL, skapad_av TEXT NOT NULL REFERENCES user (id)
   ) STRICT`,
  'CREATE INDEX handling_arende ON handling (arende_id)',
  `CREATE TABLE delning (
     handling_id TEXT NOT NULL REFERENCES handling (id), person_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
     ratt TEXT NOT NULL CHECK (ratt IN ('lasa', 'kommentera', 'skriva')), PRIMARY KEY (handling_id, person_id)
   ) STRICT`,
  'CREATE INDEX delning_person ON delning (person_id)',
];

/** What is sealed is sealed with its title; made last, for it speaks of the documents' tables. */
const SEALED_TITLE = `CREATE TRIGGER handling_forseglad BEFORE UPDATE OF titel, arende_id, namnd_id, typ ON handling
  WHEN EXISTS (SELECT 1 FROM sigill WHERE handling_id = OLD.id)
  BEGIN SELECT raise(ABORT, 'handling: sealed'); END`;

/**
 * Administrators and blocked accounts; parties, avdelningar and partikanslier. A group from before parties were known gets a
 * party of its own name.
 */
const ORGANISATION: readonly string[] = [
  'ALTER TABLE user ADD COLUMN administrator INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE user ADD COLUMN sparrad TEXT',
  'CREATE TABLE parti (id TEXT PRIMARY KEY, namn TEXT NOT NULL UNIQUE, forkortning TEXT NOT NULL UNIQUE) STRICT',
  `INSERT INTO parti (id, namn, forkortning) SELECT min(id), namn, namn FROM partigrupp GROUP BY namn`,
  "ALTER TABLE partigrupp ADD COLUMN parti_id TEXT NOT NULL DEFAULT ''",
  'UPDATE partigrupp SET parti_id = (SELECT parti.id FROM parti WHERE parti.namn = partigrupp.namn)',
  'CREATE UNIQUE INDEX partigrupp_parti ON partigrupp (namnd_id, parti_id)',
  `CREATE TABLE avdelning (
     id TEXT PRIMARY KEY, namn TEXT NOT NULL, forvaltning_id TEXT NOT NULL REFERENCES forvaltning (id)
   ) STRICT`,
  `CREATE TABLE uppdrag_ny (
     person_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE, roll TEXT NOT NULL,
     organ_typ TEXT NOT NULL CHECK (organ_typ IN ('forvaltning', 'avdelning', 'namnd', 'partigrupp', 'partikansli')),
     organ_id TEXT NOT NULL, fran TEXT NOT NULL, till TEXT,
     PRIMARY KEY (person_id, organ_typ, organ_id, roll, fran)
   ) STRICT`,
  'INSERT INTO uppdrag_ny SELECT person_id, roll, organ_typ, organ_id, fran, till FROM uppdrag',
  'DROP TABLE uppdrag',
  'ALTER TABLE uppdrag_ny RENAME TO uppdrag',
];

const AKTER: readonly string[] = [
  `CREATE TABLE akt (
     nr INTEGER PRIMARY KEY AUTOINCREMENT, tid TEXT NOT NULL, akt TEXT NOT NULL, person_id TEXT, handling_id TEXT,
     arende_id TEXT, namnd_id TEXT, detalj TEXT NOT NULL CHECK (json_type(detalj) = 'object')
   ) STRICT`,
  'CREATE INDEX akt_handling ON akt (handling_id)',
  `CREATE TRIGGER akt_ej_andra BEFORE UPDATE ON akt BEGIN SELECT raise(ABORT, 'akt: append only'); END`,
  `CREATE TRIGGER akt_ej_bort BEFORE DELETE ON akt BEGIN SELECT raise(ABORT, 'akt: append only'); END`,
];

/** Links that are used once to choose a password. What is stored cannot be used: it is the SHA-256 of what the link says. */
const KONTON: readonly string[] = [
  `CREATE TABLE engangslank (
     hash TEXT PRIMARY KEY, syfte TEXT NOT NULL CHECK (syfte IN ('forstaStart', 'inbjudan', 'nyttLosenord')),
     person_id TEXT REFERENCES user (id) ON DELETE CASCADE, skapad TEXT NOT NULL, giltig_till TEXT NOT NULL,
     CHECK ((person_id IS NULL) = (syfte = 'forstaStart'))
   ) STRICT`,
  'CREATE INDEX engangslank_person ON engangslank (person_id)',
];

/** What a nämnd decides for itself; one without a row has decided nothing yet. No two nämnder have one name. */
const INSTALLNINGAR: readonly string[] = [
  'CREATE UNIQUE INDEX namnd_namn ON namnd (namn)',
  `CREATE TABLE installning (
     namnd_id TEXT PRIMARY KEY REFERENCES namnd (id),
     paragrafnumrering TEXT NOT NULL CHECK (paragrafnumrering IN ('ar', 'sammantrade')),
     ersattaryttrande INTEGER NOT NULL, sarskilt_uttalande INTEGER NOT NULL, protokollsanteckning INTEGER NOT NULL,
     inlamnat_syns_for TEXT NOT NULL CHECK (inlamnat_syns_for IN ('presidiet', 'alla')), dnr_prefix TEXT NOT NULL
   ) STRICT`,
];

/**
 * What an ärende is, who has it and how far it has come; a diarienummer is used once a nämnd, and written in one way. Handlingar
 * are numbered in the order they became official: a partigrupp's have no number, so that nobody can count them.
 */
const ARENDEN: readonly string[] = [
  'PRAGMA defer_foreign_keys = ON',
  'CREATE TABLE arende_ny AS SELECT id, dnr, titel, namnd_id, skapad, skapad_av FROM arende',
  `UPDATE arende_ny AS a SET dnr = rtrim(dnr, '0123456789/') || ' ' || substr(dnr, length(rtrim(dnr, '0123456789/')) + 1)
   WHERE dnr NOT LIKE '% %' AND NOT EXISTS (
     SELECT 1 FROM arende_ny AS b WHERE b.id <> a.id AND replace(b.dnr, ' ', '') = a.dnr
   )`,
  'DROP TABLE arende',
  `CREATE TABLE arende (
     id TEXT PRIMARY KEY, dnr TEXT NOT NULL, titel TEXT NOT NULL, namnd_id TEXT NOT NULL REFERENCES namnd (id),
     skapad TEXT NOT NULL, skapad_av TEXT NOT NULL REFERENCES user (id), andrad TEXT,
     slag TEXT NOT NULL DEFAULT 'ovrigt', lage TEXT NOT NULL DEFAULT 'oppnat',
     remiss_fran TEXT, sista_dag TEXT, handlaggare TEXT REFERENCES user (id) ON DELETE SET NULL, sammantrade TEXT
   ) STRICT`,
  `INSERT INTO arende (id, dnr, titel, namnd_id, skapad, skapad_av)
   SELECT id, dnr, titel, namnd_id, skapad, skapad_av FROM arende_ny`,
  'DROP TABLE arende_ny',
  'CREATE UNIQUE INDEX arende_dnr ON arende (namnd_id, dnr)',
  'ALTER TABLE handling ADD COLUMN nummer INTEGER',
  `UPDATE handling SET nummer = (
     SELECT count(*) FROM handling AS h WHERE h.arende_id = handling.arende_id AND h.agare_typ <> 'partigrupp'
       AND (h.skapad < handling.skapad OR (h.skapad = handling.skapad AND h.id <= handling.id))
   ) WHERE agare_typ <> 'partigrupp'`,
  'CREATE UNIQUE INDEX handling_nummer ON handling (arende_id, nummer)',
  'CREATE INDEX akt_arende ON akt (arende_id)',
];

/**
 * A partigrupp's words are encrypted wherever they lie; «R0NNM…» is the base64 of the mark that group-keys.ts begins with. Who
 * owns a handling never changes: its words are encrypted with its owner's key.
 */
const KRYPTERING: readonly string[] = [
  `CREATE TABLE gruppnyckel (
     partigrupp_id TEXT NOT NULL, version INTEGER NOT NULL, inslagen BLOB NOT NULL,
     PRIMARY KEY (partigrupp_id, version)
   ) STRICT`,
  `CREATE TRIGGER handling_klartext BEFORE INSERT ON handling
     WHEN NEW.agare_typ = 'partigrupp' AND NEW.titel NOT GLOB 'R0NNM*'
     BEGIN SELECT raise(ABORT, 'handling: not encrypted'); END`,
  `CREATE TRIGGER handling_klartext_titel BEFORE UPDATE OF titel ON handling
     WHEN NEW.agare_typ = 'partigrupp' AND NEW.titel NOT GLOB 'R0NNM*'
     BEGIN SELECT raise(ABORT, 'handling: not encrypted'); END`,
  `CREATE TRIGGER handling_agare BEFORE UPDATE OF agare_typ, agare_id ON handling
     BEGIN SELECT raise(ABORT, 'handling: the owner stays'); END`,
  ...['INSERT', 'UPDATE'].map(
    (act) => `CREATE TRIGGER dokument_klartext_${act.toLowerCase()} BEFORE ${act} ON dokument
     WHEN substr(NEW.bas, 1, 4) <> x'47434D31'
       AND EXISTS (SELECT 1 FROM handling WHERE id = NEW.handling_id AND agare_typ = 'partigrupp')
     BEGIN SELECT raise(ABORT, 'dokument: not encrypted'); END`,
  ),
];

/**
 * Who writes a group's handling together with it: a row for each group asked, the owner's own too. It is a group's from `sedan`,
 * when every row said yes. `ursprung` is where a handling has its first text from, with that text as it was given.
 */
const SAMARBETE: readonly string[] = [
  `CREATE TABLE medgrupp (
     handling_id TEXT NOT NULL REFERENCES handling (id), partigrupp_id TEXT NOT NULL REFERENCES partigrupp (id),
     inbjuden_av TEXT NOT NULL REFERENCES user (id), inbjuden TEXT NOT NULL,
     svar TEXT CHECK (svar IN ('ja', 'nej')), svarad_av TEXT REFERENCES user (id), svarad TEXT,
     sedan TEXT, PRIMARY KEY (handling_id, partigrupp_id)
   ) STRICT`,
  `CREATE TABLE ursprung (
     handling_id TEXT PRIMARY KEY REFERENCES handling (id), moder_id TEXT NOT NULL REFERENCES handling (id),
     text TEXT NOT NULL, tid TEXT NOT NULL, given_av TEXT NOT NULL REFERENCES user (id)
   ) STRICT`,
  'CREATE INDEX ursprung_moder ON ursprung (moder_id)',
  `CREATE TRIGGER ursprung_klartext BEFORE INSERT ON ursprung WHEN NEW.text NOT GLOB 'R0NNM*'
     BEGIN SELECT raise(ABORT, 'ursprung: not encrypted'); END`,
];

/**
 * An identity at the city's own login is one person's, and a person has one. Keys, whose private halves never leave what they lie
 * in, and logins that have begun: what is stored of one is the SHA-256 of what the browser holds.
 */
const INLOGGNING: readonly string[] = [
  'CREATE UNIQUE INDEX account_identitet ON account (providerId, accountId)',
  'CREATE UNIQUE INDEX account_person ON account (userId, providerId)',
  `CREATE TABLE nyckel (
     id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE, namn TEXT NOT NULL,
     publik BLOB NOT NULL, raknare INTEGER NOT NULL, skapad TEXT NOT NULL, anvand TEXT
   ) STRICT`,
  'CREATE INDEX nyckel_person ON nyckel (person_id)',
  `CREATE TABLE paborjad_inloggning (
     hash TEXT PRIMARY KEY, slag TEXT NOT NULL CHECK (slag IN ('oidc', 'nyckel', 'nyNyckel')),
     uppgifter TEXT NOT NULL CHECK (json_type(uppgifter) = 'object'), giltig_till TEXT NOT NULL
   ) STRICT`,
];

/** The ids of the mallar that a nämnd does not use, as a JSON array. */
const NAMNDENS_MALLAR: readonly string[] = [
  `ALTER TABLE installning ADD COLUMN avstangda_mallar TEXT NOT NULL DEFAULT '[]'
   CHECK (json_type(avstangda_mallar) = 'array')`,
];

/** Who is disqualified in an ärende, and who has noted it (KL 6:28–30). */
const JAV: readonly string[] = [
  `CREATE TABLE jav (
     arende_id TEXT NOT NULL REFERENCES arende (id), person_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
     anmald TEXT NOT NULL, anmald_av TEXT NOT NULL REFERENCES user (id), PRIMARY KEY (arende_id, person_id)
   ) STRICT`,
];

/** What each migration there has ever been runs, in order; a name never changes once it has run anywhere. */
export const STATEMENTS: Readonly<Record<string, readonly string[]>> = {
  '001-grund': [...ACCOUNT_TABLES, ...DOMAIN_TABLES, ...DOCUMENT_TABLES, SEALED_TITLE],
  '002-journal': JOURNAL,
  '003-organisation': [...ORGANISATION, ...AKTER],
  '004-konton': KONTON,
  '005-installningar': INSTALLNINGAR,
  '006-arenden': ARENDEN,
  '007-lage': LAGE,
  '008-kryptering': KRYPTERING,
  '009-inloggning': INLOGGNING,
  '010-samarbete': SAMARBETE,
  '011-gruppens-ja': [`ALTER TABLE uppdrag ADD COLUMN vantar INTEGER NOT NULL DEFAULT 0`],
  '012-inlamning-grupp': INLAMNING_GRUPP,
  '013-namndens-mallar': NAMNDENS_MALLAR,
  '014-jav': JAV,
  '015-vag-in': [
    'ALTER TABLE user ADD COLUMN vag_andrad TEXT',
    'ALTER TABLE engangslank ADD COLUMN visad INTEGER NOT NULL DEFAULT 0',
    // Nobody knows any longer which of those that are out were shown.
    'UPDATE engangslank SET visad = 1',
    "ALTER TABLE uppdrag ADD COLUMN skal TEXT NOT NULL DEFAULT 'nytt' CHECK (skal IN ('nytt', 'konto'))",
  ],
  '016-loggen': [
    // In the seal's own transaction: there is no seal that the log does not tell of.
    `CREATE TRIGGER sigill_i_loggen AFTER INSERT ON sigill
       BEGIN INSERT INTO akt (tid, akt, person_id, handling_id, arende_id, namnd_id, detalj)
         SELECT json_extract(NEW.post, '$.time'), 'forseglad', json_extract(NEW.post, '$.personId'),
           NEW.handling_id, arende_id, NEW.namnd_id, '{}'
         FROM handling WHERE id = NEW.handling_id; END`,
    'CREATE INDEX akt_om ON akt (handling_id, person_id, akt, tid)',
    // Every question it answered is answered by the new one.
    'DROP INDEX akt_handling',
    'CREATE INDEX akt_av ON akt (person_id, akt)',
  ],
};

export const migrationProvider: MigrationProvider = {
  getMigrations: async () =>
    Object.fromEntries(Object.entries(STATEMENTS).map(([name, statements]) => [name, migration(statements)])),
};

function migration(statements: readonly string[]): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}
