-- Spreadsheets that become volunteers, institutions and past appointments.

CREATE TABLE import (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('volunteers', 'institutions', 'appointments')),
    state TEXT NOT NULL CHECK (state IN ('uploaded', 'checking', 'checked', 'running', 'done', 'undone', 'failed', 'ended')),
    file_name TEXT NOT NULL,
    -- The whole file in base64, until it is written or thrown away.
    file TEXT,
    sheet BIGINT NOT NULL,
    -- JSON: the field of each column.
    mapping TEXT,
    row_count BIGINT NOT NULL,
    -- Why it failed: a code.
    problem TEXT,
    -- JSON: how many of each kind were written.
    result TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    created_by UUID REFERENCES person (id),
    changed_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    undone_at TIMESTAMPTZ
);
CREATE INDEX import_created ON import (created_at);

-- What has to be answered before anything is written: equal doubts of many rows are one.
CREATE TABLE import_doubt (
    import_id UUID NOT NULL REFERENCES import (id),
    position BIGINT NOT NULL,
    key TEXT NOT NULL,
    field TEXT NOT NULL,
    code TEXT NOT NULL,
    cell TEXT NOT NULL,
    -- JSON: the numbers of the rows.
    row_numbers TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    proposal TEXT,
    -- JSON: what can be chosen.
    choices TEXT NOT NULL,
    may_be_empty BOOLEAN NOT NULL,
    -- JSON: what a person has said.
    answer TEXT,
    PRIMARY KEY (import_id, position)
);
CREATE INDEX import_doubt_open ON import_doubt (import_id, position) WHERE answer IS NULL;

-- What an import has made, so that it can be undone.
CREATE TABLE import_item (
    import_id UUID NOT NULL REFERENCES import (id),
    object_kind TEXT NOT NULL CHECK (object_kind IN ('volunteer', 'institution', 'site', 'contact', 'request')),
    object_id UUID NOT NULL,
    row_number BIGINT NOT NULL,
    PRIMARY KEY (import_id, object_kind, object_id)
);

-- Which column meant what the last time a table had these headers.
CREATE TABLE import_mapping (
    kind TEXT NOT NULL,
    headers TEXT NOT NULL,
    mapping TEXT NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (kind, headers)
);

-- It was not asked for here: an import brought it, after it was over.
ALTER TABLE request ADD COLUMN import_id UUID REFERENCES import (id);
