/**
 * Where each text stands between arbetsmaterial and arkiverad (domain R19), and what partigrupper have handed in. The steps are
 * those of shared/src/lage.ts, said here too so that no program takes another; a seal moves its handling by itself. What is not
 * arbetsmaterial takes no more text. What came in is not removed, and is taken back once.
 */
export const LAGE: readonly string[] = [
  `ALTER TABLE handling ADD COLUMN lage TEXT NOT NULL DEFAULT 'arbetsmaterial'
     CHECK (lage IN ('arbetsmaterial', 'inlamnad', 'utskickad', 'expedierad', 'justerad', 'arkiverad'))`,
  'ALTER TABLE handling ADD COLUMN lage_sedan TEXT',
  "UPDATE handling SET lage = 'justerad' WHERE id IN (SELECT handling_id FROM sigill)",
  `CREATE TABLE inlamning (
     handling_id TEXT PRIMARY KEY REFERENCES handling (id), utkast_id TEXT NOT NULL REFERENCES handling (id),
     partigrupp_id TEXT NOT NULL REFERENCES partigrupp (id), person_id TEXT NOT NULL REFERENCES user (id),
     tid TEXT NOT NULL, sha256 TEXT NOT NULL, aterkallad TEXT, aterkallad_av TEXT REFERENCES user (id),
     CHECK ((aterkallad IS NULL) = (aterkallad_av IS NULL))
   ) STRICT`,
  'CREATE INDEX inlamning_utkast ON inlamning (utkast_id)',
  `CREATE TRIGGER inlamning_ej_andra BEFORE UPDATE ON inlamning
     WHEN OLD.aterkallad IS NOT NULL OR NEW.handling_id <> OLD.handling_id OR NEW.utkast_id <> OLD.utkast_id
       OR NEW.partigrupp_id <> OLD.partigrupp_id OR NEW.person_id <> OLD.person_id OR NEW.tid <> OLD.tid
       OR NEW.sha256 <> OLD.sha256
     BEGIN SELECT raise(ABORT, 'inlamning: registered'); END`,
  `CREATE TRIGGER inlamning_ej_bort BEFORE DELETE ON inlamning
     BEGIN SELECT raise(ABORT, 'inlamning: registered'); END`,
  `CREATE TRIGGER sigill_justerad AFTER INSERT ON sigill
     BEGIN UPDATE handling SET lage = 'justerad', lage_sedan = NULL WHERE id = NEW.handling_id; END`,
  `CREATE TRIGGER handling_lage BEFORE UPDATE OF lage ON handling
     WHEN NEW.lage <> OLD.lage AND NOT EXISTS (
       SELECT 1 FROM (VALUES
         ('arbetsmaterial', 'inlamnad'), ('arbetsmaterial', 'justerad'),
         ('inlamnad', 'arbetsmaterial'), ('inlamnad', 'utskickad'), ('inlamnad', 'justerad'), ('inlamnad', 'arkiverad'),
         ('utskickad', 'expedierad'), ('utskickad', 'justerad'), ('utskickad', 'arkiverad'),
         ('expedierad', 'justerad'), ('expedierad', 'arkiverad'), ('justerad', 'arkiverad')
       ) WHERE column1 = OLD.lage AND column2 = NEW.lage)
     BEGIN SELECT raise(ABORT, 'handling: no such step'); END`,
  `CREATE TRIGGER handling_kopia BEFORE UPDATE OF titel, arende_id, namnd_id, typ, agare_typ, agare_id ON handling
     WHEN EXISTS (SELECT 1 FROM inlamning WHERE handling_id = OLD.id)
     BEGIN SELECT raise(ABORT, 'handling: handed in'); END`,
  `CREATE TRIGGER journal_lage BEFORE INSERT ON journal
     WHEN EXISTS (
       SELECT 1 FROM json_each(NEW.handlingar) AS h JOIN handling ON handling.id = h.value
       WHERE handling.lage <> 'arbetsmaterial')
     BEGIN SELECT raise(ABORT, 'journal: not arbetsmaterial'); END`,
];

/** The groups that a copy was handed in for: its draft's owner, and those that wrote it too when it was handed in. */
export const INLAMNING_GRUPP: readonly string[] = [
  `CREATE TABLE inlamning_grupp (
     handling_id TEXT NOT NULL REFERENCES inlamning (handling_id), partigrupp_id TEXT NOT NULL REFERENCES partigrupp (id),
     PRIMARY KEY (handling_id, partigrupp_id)
   ) STRICT`,
  'INSERT INTO inlamning_grupp SELECT handling_id, partigrupp_id FROM inlamning',
  `CREATE TRIGGER inlamning_grupp_ej_andra BEFORE UPDATE ON inlamning_grupp
     BEGIN SELECT raise(ABORT, 'inlamning: registered'); END`,
  `CREATE TRIGGER inlamning_grupp_ej_bort BEFORE DELETE ON inlamning_grupp
     BEGIN SELECT raise(ABORT, 'inlamning: registered'); END`,
];
