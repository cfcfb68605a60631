-- Whom to ask, and when.

-- Another way of asking than the pool's, for this request only: which, why, and who said so.
ALTER TABLE request ADD COLUMN policy TEXT;
ALTER TABLE request ADD COLUMN policy_reason TEXT;
ALTER TABLE request ADD COLUMN policy_by BLOB REFERENCES person (id);

-- By then the pool wants to have found somebody; the search goes on after it.
ALTER TABLE search ADD COLUMN target TEXT;

-- Why this person was asked: the parts of the rank as JSON, and what the forecast knew.
ALTER TABLE offer ADD COLUMN rank TEXT;
ALTER TABLE offer ADD COLUMN chance_milli INTEGER;
ALTER TABLE offer ADD COLUMN lead_class INTEGER;
ALTER TABLE offer ADD COLUMN recent_class INTEGER;
ALTER TABLE offer ADD COLUMN factor_milli INTEGER;
-- The forecast has learned from this offer.
ALTER TABLE offer ADD COLUMN learned_at TEXT;
CREATE INDEX offer_to_learn ON offer (created_at) WHERE learned_at IS NULL;
-- Said yes where a coordinator picks among several; the time is held until then.
ALTER TABLE offer ADD COLUMN willing_at TEXT;
ALTER TABLE offer ADD COLUMN willing_slot_id BLOB REFERENCES slot (id);
-- Said no since the family is known to them: private, for this request only.
ALTER TABLE offer ADD COLUMN known_to_me BOOLEAN;

-- Most offers in seven days that this volunteer wants, if fewer than the pool's.
ALTER TABLE volunteer ADD COLUMN offer_cap INTEGER;

-- What a volunteer does not want to be asked for.
CREATE TABLE refusal (
    id BLOB PRIMARY KEY,
    volunteer_id BLOB NOT NULL REFERENCES volunteer (id),
    kind TEXT NOT NULL CHECK (kind IN ('institution', 'occasion')),
    institution_id BLOB REFERENCES institution (id),
    occasion TEXT,
    created_at TEXT NOT NULL,
    ended_at TEXT
);
CREATE INDEX refusal_volunteer ON refusal (volunteer_id);

-- Sums over the offers of one volunteer, and of the pool for each circumstance.
CREATE TABLE forecast_volunteer (
    volunteer_id BLOB PRIMARY KEY REFERENCES volunteer (id),
    offers INTEGER NOT NULL,
    yes INTEGER NOT NULL,
    no INTEGER NOT NULL,
    exposure_milli INTEGER NOT NULL,
    updated_at TEXT NOT NULL
);
CREATE TABLE forecast_pool (
    kind TEXT NOT NULL CHECK (kind IN ('all', 'lead', 'recent')),
    class INTEGER NOT NULL,
    yes INTEGER NOT NULL,
    exposure_milli INTEGER NOT NULL,
    PRIMARY KEY (kind, class)
);

-- Offers from before there was a forecast teach nothing.
UPDATE offer SET learned_at = created_at;
UPDATE search SET target = deadline;
