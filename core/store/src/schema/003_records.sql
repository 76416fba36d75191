-- What only this device knows and goes on changing: things to be sent, drafts. Both look-ups are keyed hashes; the number gives
-- the order in which records were first written. AUTOINCREMENT: the number of a removed record never names another.
CREATE TABLE record (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind BLOB NOT NULL,
    name BLOB NOT NULL,
    value BLOB NOT NULL,
    UNIQUE (kind, name)
) STRICT;
