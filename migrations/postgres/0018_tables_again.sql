-- A pool brings its table again: what it may change about whoever is known.
ALTER TABLE import ADD COLUMN known TEXT NOT NULL DEFAULT 'keep' CHECK (known IN ('keep', 'fill', 'overwrite'));

-- What it would change, then what it has changed; once it is taken back, what somebody else has changed since.
CREATE TABLE import_change (
    import_id UUID NOT NULL REFERENCES import (id),
    object_kind TEXT NOT NULL CHECK (object_kind IN ('volunteer', 'contact')),
    object_id UUID NOT NULL,
    -- A field of the table; of a language 'language.' and its code.
    field TEXT NOT NULL,
    row_number BIGINT NOT NULL,
    -- Nothing: nothing was known.
    old_value TEXT,
    new_value TEXT NOT NULL,
    PRIMARY KEY (import_id, object_id, field)
);
CREATE INDEX import_change_object ON import_change (object_id);
CREATE INDEX import_change_row ON import_change (import_id, row_number, object_id, field);

-- The line that this one takes back; the line's own id: none. Nothing: recorded before this was written down.
ALTER TABLE pool_rule ADD COLUMN takes_back UUID;
