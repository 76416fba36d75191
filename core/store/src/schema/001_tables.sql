-- Every `value` is sealed and bound to its table and key; nothing else here says anything about a person.

-- Which key this file was made with. The checksum tells a damaged fingerprint from another key's.
CREATE TABLE identity (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    salt BLOB NOT NULL,
    fingerprint BLOB NOT NULL,
    checksum BLOB NOT NULL
) STRICT;

-- One answer of the service a kind.
CREATE TABLE snapshot (
    kind INTEGER PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;

-- Which operations the blocks hold.
CREATE TABLE extent (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    value BLOB NOT NULL
) STRICT;

-- The names of taxes and kinds that operations refer to by number.
CREATE TABLE name (
    id INTEGER PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;

-- Operations, a fixed span of ranks a block; ranks grow towards the newest.
CREATE TABLE block (
    id INTEGER PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;

-- Append-only notes. AUTOINCREMENT: the number of a removed note never names another.
CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind BLOB NOT NULL,
    value BLOB NOT NULL
) STRICT;
CREATE INDEX note_by_kind ON note (kind, id);

CREATE TABLE setting (
    key BLOB PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
