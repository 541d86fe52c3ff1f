#include "intake/register/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace gongshi {
namespace {

// Instants are seconds since 1970 in UTC; digests are 32 bytes. What people wrote stands apart from
// the rows that count and prove it: in `content`, or in `sealed_content` when the office had a key,
// in `evidence` and in `event_text`. That is what erasure removes; everything else stays. What no
// leaf commits to and no signature covers has a digest beside it.
constexpr const char* kTables = R"sql(
CREATE TABLE origin (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  name         TEXT NOT NULL,
  verifier_key TEXT NOT NULL
) STRICT;

CREATE TABLE leaf (
  leaf_index INTEGER PRIMARY KEY CHECK (leaf_index >= 0),
  text       TEXT NOT NULL
) STRICT;

CREATE TABLE node (                       -- the dense row of log/merkle_tree.h
  position INTEGER PRIMARY KEY CHECK (position >= 0),
  hash     BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE head (
  tree_size  INTEGER PRIMARY KEY CHECK (tree_size >= 0),
  checkpoint TEXT NOT NULL                -- the signed note, verbatim
) STRICT;

CREATE TABLE cosignature (                -- what witnesses say of a head: log/cosignature.h
  tree_size  INTEGER NOT NULL REFERENCES head,
  witness    TEXT NOT NULL,               -- its key
  line       TEXT NOT NULL,               -- verbatim
  row_digest BLOB NOT NULL CHECK (length(row_digest) = 32),
  PRIMARY KEY (tree_size, witness)
) STRICT, WITHOUT ROWID;

CREATE TABLE objection (
  id          INTEGER PRIMARY KEY,        -- the order of filing
  year        INTEGER NOT NULL,           -- year and sequence are the public number
  sequence    INTEGER NOT NULL CHECK (sequence > 0),
  form_digest BLOB NOT NULL CHECK (length(form_digest) = 32),
  code_digest BLOB NOT NULL CHECK (length(code_digest) = 32),
  notice      TEXT NOT NULL,
  candidate   TEXT NOT NULL,              -- empty: the whole notice
  medium      TEXT NOT NULL,
  named       INTEGER NOT NULL CHECK (named IN (0, 1)),
  received_at INTEGER NOT NULL,
  entered_by  TEXT,                       -- who typed in what did not come online, and when
  entered_at  INTEGER CHECK ((entered_at IS NULL) = (entered_by IS NULL)),
  leaf_index  INTEGER NOT NULL UNIQUE REFERENCES leaf,
  tree_size   INTEGER NOT NULL REFERENCES head CHECK (leaf_index < tree_size),
  row_digest  BLOB NOT NULL CHECK (length(row_digest) = 32),  -- register/row_digest.h
  UNIQUE (year, sequence)
) STRICT;
CREATE INDEX objection_of_notice ON objection (notice);
-- A form is filed once. Digests come in no order: in one index of a million each would go to a page
-- of its own. Here 16 384 neighbours share their pages; across them filed_forms.h looks.
CREATE UNIQUE INDEX objection_of_form ON objection (id >> 14, form_digest);

CREATE TABLE office_key (
  id         INTEGER PRIMARY KEY,         -- the newest seals
  public_key BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32),
  since      INTEGER NOT NULL,
  row_digest BLOB NOT NULL CHECK (length(row_digest) = 32)
) STRICT;

CREATE TABLE content (                    -- as it is, while the office had no key
  objection INTEGER PRIMARY KEY REFERENCES objection,
  record    BLOB NOT NULL,
  opening   BLOB NOT NULL CHECK (length(opening) = 32)
) STRICT;

CREATE TABLE sealed_content (             -- seal/data_key.h
  objection      INTEGER PRIMARY KEY REFERENCES objection,
  content        BLOB NOT NULL,           -- register/sealed_part.h
  key_commitment BLOB NOT NULL CHECK (length(key_commitment) = 32),
  for_code       BLOB NOT NULL,           -- the data key, wrapped: seal/key_wrap.h
  for_office     BLOB NOT NULL,           -- and once more: seal/office_key.h
  office_key     INTEGER NOT NULL REFERENCES office_key,
  row_digest     BLOB NOT NULL CHECK (length(row_digest) = 32)
) STRICT;

CREATE TABLE evidence (                   -- a file that came with it; its bytes lie in evidence/
  objection INTEGER NOT NULL REFERENCES objection,
  ordinal   INTEGER NOT NULL CHECK (ordinal >= 0),
  event     INTEGER,                      -- that brought it; NULL: it was filed with the objection
  file_id   TEXT NOT NULL UNIQUE CHECK (length(file_id) = 32),
  file_key  BLOB CHECK (length(file_key) = 32),  -- this to sha256: NULL when it is sealed
  name      TEXT CHECK ((name IS NULL) = (file_key IS NULL)),
  type      TEXT CHECK ((type IS NULL) = (file_key IS NULL)),
  size      INTEGER CHECK ((size IS NULL) = (file_key IS NULL) AND size > 0),
  sha256    BLOB CHECK ((sha256 IS NULL) = (file_key IS NULL) AND length(sha256) = 32),
  row_digest BLOB NOT NULL CHECK (length(row_digest) = 32),
  PRIMARY KEY (objection, ordinal),
  FOREIGN KEY (objection, event) REFERENCES event (objection, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  id         INTEGER PRIMARY KEY,         -- the order in which they were written
  objection  INTEGER NOT NULL REFERENCES objection,
  ordinal    INTEGER NOT NULL CHECK (ordinal >= 0),
  kind       TEXT NOT NULL CHECK (kind IN ('decided', 'replied', 'supplemented', 'asked',
             'accepted', 'transferred', 'investigation_opened', 'extended', 'disposed',
             'review_opened', 'continued', 'joined', 'separated', 'recused', 'readmitted',
             'paraphrased', 'redacted', 'noted')),
  at         INTEGER NOT NULL,
  actor      TEXT NOT NULL,
  second_actor TEXT CHECK ((second_actor IS NULL) =   -- who investigates too, approved, is kept out
             (kind NOT IN ('investigation_opened', 'extended', 'recused', 'readmitted'))),
  outcome    TEXT CHECK ((outcome IS NULL) = (kind <> 'decided')),
  refusal    TEXT CHECK (refusal IS NULL OR outcome IS 'not_accepted'),
  measure    TEXT CHECK ((measure IS NULL) = (kind <> 'disposed')),
  due        TEXT CHECK ((due IS NULL) =              -- the last day, 2017-06-27
             (kind NOT IN ('asked', 'paraphrased'))),
  leader     TEXT CHECK (kind <> 'joined' OR leader IS NOT NULL),   -- a public number
  leaf_index INTEGER UNIQUE REFERENCES leaf,  -- of the `decided` leaf
  form_digest BLOB CHECK (form_digest IS NULL OR   -- of the form that a supplement came in with
                          (kind = 'supplemented' AND length(form_digest) = 32)),
  row_digest BLOB NOT NULL CHECK (length(row_digest) = 32),
  UNIQUE (objection, ordinal),
  UNIQUE (objection, form_digest)
) STRICT;
CREATE INDEX joined_to ON event (leader) WHERE kind = 'joined';

CREATE TABLE event_text (
  objection INTEGER NOT NULL,
  ordinal   INTEGER NOT NULL,
  text      BLOB NOT NULL,                -- of a sealed objection: register/sealed_part.h
  opening   BLOB CHECK (length(opening) = 32),  -- of the leaf's commitment to the text
  row_digest BLOB NOT NULL CHECK (length(row_digest) = 32),
  PRIMARY KEY (objection, ordinal),
  FOREIGN KEY (objection, ordinal) REFERENCES event (objection, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE erasure (                    -- opens the way for DELETE where people's words stand
  objection  INTEGER PRIMARY KEY REFERENCES objection,
  at         INTEGER NOT NULL,
  basis      TEXT NOT NULL,
  actor      TEXT NOT NULL,
  leaf_index INTEGER NOT NULL UNIQUE REFERENCES leaf,
  row_digest BLOB NOT NULL CHECK (length(row_digest) = 32)
) STRICT;

CREATE TABLE closing (
  notice     TEXT PRIMARY KEY,
  record     TEXT NOT NULL,
  at         INTEGER NOT NULL,
  leaf_index INTEGER NOT NULL UNIQUE REFERENCES leaf,
  row_digest BLOB NOT NULL CHECK (length(row_digest) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE access (                     -- who opened what at the desk
  id     INTEGER PRIMARY KEY,
  at     INTEGER NOT NULL,
  actor  TEXT NOT NULL,
  number TEXT NOT NULL,                   -- of the objection, the notice's id, or empty
  what   TEXT NOT NULL,
  row_digest BLOB NOT NULL CHECK (length(row_digest) = 32)
) STRICT;
CREATE INDEX access_of_actor ON access (what, actor, number);

CREATE TABLE closing_draft (              -- the newest of a notice counts
  id           INTEGER PRIMARY KEY,
  notice       TEXT NOT NULL,
  at           INTEGER NOT NULL,
  account      TEXT NOT NULL,
  handler      TEXT NOT NULL,
  dispositions TEXT NOT NULL,
  is_open      INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  row_digest   BLOB NOT NULL CHECK (length(row_digest) = 32)
) STRICT;
)sql";

constexpr const char* kAppendOnlyTables[] = {
    "origin",  "leaf",           "node",     "head",         "objection",  "office_key",
    "content", "sealed_content", "evidence", "event",        "event_text", "erasure",
    "closing", "cosignature",    "access",   "closing_draft"};
constexpr std::string_view kErasableTables[] = {"content", "sealed_content", "evidence",
                                                "event_text"};

bool is_erasable(std::string_view table) {
  return std::ranges::find(kErasableTables, table) != std::end(kErasableTables);
}

std::string append_only_triggers(std::string_view table) {
  std::string sql;
  for (const std::string_view verb : {"UPDATE", "DELETE"}) {
    // Rows of an objection that the log calls erased may go, and no others.
    const std::string_view unless =
        verb == "DELETE" && is_erasable(table)
            ? "WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE objection = OLD.objection) "
            : "";
    sql += fmt::format(
        "CREATE TRIGGER {0}_refuses_{1} BEFORE {1} ON {0} {2}"
        "BEGIN SELECT RAISE(ABORT, '{0} is append only'); END;",
        table, verb, unless);
  }
  return sql;
}

}  // namespace

void create_schema(SQLite::Database& database) {
  SQLite::Transaction transaction(database);
  database.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", kApplicationId,
                            kSchemaVersion));
  database.exec(kTables);
  for (const char* table : kAppendOnlyTables) database.exec(append_only_triggers(table));
  transaction.commit();
}

void mark_schema(SQLite::Database& database) {
  database.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", kApplicationId,
                            kSchemaVersion));
}

Result<void> check_schema(SQLite::Database& database, const std::filesystem::path& file) {
  if (database.execAndGet("PRAGMA application_id").getInt() != kApplicationId) {
    return failure(ErrorKind::Corrupt,
                   fmt::format("{} is a database, but not a register of gongshi: check the data "
                               "folder that you named",
                               file.string()));
  }
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  if (version != kSchemaVersion) {
    return failure(ErrorKind::Corrupt,
                   fmt::format("{} is a register of version {}, and this program reads version {}: "
                               "use the gongshi that wrote it{}",
                               file.string(), version, kSchemaVersion,
                               version > kSchemaVersion ? ", or a later one" : ""));
  }
  return {};
}

}  // namespace gongshi
