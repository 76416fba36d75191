-- Values by name: the key is a keyed hash of the name, which is sealed with its value.
CREATE TABLE value (
    key BLOB PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Shelves: a number that parts their rows in the tables of names and blocks, a keyed hash of the name, and which rows the
-- blocks hold. A row is never removed.
CREATE TABLE shelf (
    id INTEGER PRIMARY KEY,
    name BLOB NOT NULL UNIQUE,
    value BLOB NOT NULL
) STRICT;
