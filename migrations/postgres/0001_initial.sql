-- The first house. One pool is one database: no tenant column anywhere.
-- Instants are UTC; local dates and wall times are ISO text beside their zone.

-- The pool's own rules. Append only: the version in force is the newest one with valid_from <= now.
CREATE TABLE pool_rule (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    valid_from TIMESTAMPTZ NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    recorded_by UUID
);
CREATE INDEX pool_rule_current ON pool_rule (kind, key, valid_from);

CREATE TABLE person (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    locale TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX person_name_sort ON person (name_sort);

CREATE TABLE address (
    id UUID PRIMARY KEY,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    bounced_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL
);

-- An address may be shared by several people, a person may have several.
CREATE TABLE person_address (
    person_id UUID NOT NULL REFERENCES person (id),
    address_id UUID NOT NULL REFERENCES address (id),
    position BIGINT NOT NULL,
    PRIMARY KEY (person_id, address_id)
);
CREATE INDEX person_address_address ON person_address (address_id);

CREATE TABLE coordinator (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL UNIQUE REFERENCES person (id),
    active BOOLEAN NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE institution (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    sector TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'paused', 'retired')),
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE site (
    id UUID PRIMARY KEY,
    institution_id UUID NOT NULL REFERENCES institution (id),
    name TEXT NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city TEXT NOT NULL,
    district TEXT NOT NULL,
    active BOOLEAN NOT NULL
);
CREATE INDEX site_institution ON site (institution_id);

CREATE TABLE contact (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    institution_id UUID NOT NULL REFERENCES institution (id),
    phone TEXT,
    active BOOLEAN NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    UNIQUE (person_id, institution_id)
);
CREATE INDEX contact_institution ON contact (institution_id);

CREATE TABLE volunteer (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL UNIQUE REFERENCES person (id),
    state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'retired')),
    paused_until TIMESTAMPTZ,
    gender TEXT NOT NULL CHECK (gender IN ('female', 'male', 'diverse')),
    birth_year BIGINT,
    phone TEXT,
    phone_consent BOOLEAN NOT NULL,
    home_district TEXT,
    german_level TEXT NOT NULL,
    on_site BOOLEAN NOT NULL,
    by_phone BOOLEAN NOT NULL,
    by_video BOOLEAN NOT NULL,
    max_travel_minutes BIGINT,
    weekly_cap BIGINT,
    version BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE volunteer_language (
    volunteer_id UUID NOT NULL REFERENCES volunteer (id),
    language TEXT NOT NULL,
    level TEXT NOT NULL,
    PRIMARY KEY (volunteer_id, language)
);
CREATE INDEX volunteer_language_language ON volunteer_language (language, volunteer_id);

-- No row means: everywhere.
CREATE TABLE volunteer_district (
    volunteer_id UUID NOT NULL REFERENCES volunteer (id),
    district TEXT NOT NULL,
    PRIMARY KEY (volunteer_id, district)
);

-- No row means: in every sector.
CREATE TABLE volunteer_sector (
    volunteer_id UUID NOT NULL REFERENCES volunteer (id),
    sector TEXT NOT NULL,
    PRIMARY KEY (volunteer_id, sector)
);

-- Wall times of the pool's zone; weekday 1 is Monday; '24:00' ends a day.
CREATE TABLE availability (
    id UUID PRIMARY KEY,
    volunteer_id UUID NOT NULL REFERENCES volunteer (id),
    weekday BIGINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    from_time TEXT NOT NULL,
    until_time TEXT NOT NULL
);
CREATE INDEX availability_volunteer ON availability (volunteer_id);

-- Both days included.
CREATE TABLE absence (
    id UUID PRIMARY KEY,
    volunteer_id UUID NOT NULL REFERENCES volunteer (id),
    from_date TEXT NOT NULL,
    until_date TEXT NOT NULL
);
CREATE INDEX absence_volunteer ON absence (volunteer_id);

-- Store only: seen on, issued on, by whom. Never a document or its content.
CREATE TABLE qualification (
    id UUID PRIMARY KEY,
    volunteer_id UUID NOT NULL REFERENCES volunteer (id),
    kind TEXT NOT NULL,
    seen_on TEXT NOT NULL,
    issued_on TEXT,
    valid_until TEXT,
    seen_by UUID REFERENCES person (id)
);
CREATE INDEX qualification_volunteer ON qualification (volunteer_id);

CREATE TABLE ban (
    id UUID PRIMARY KEY,
    institution_id UUID NOT NULL REFERENCES institution (id),
    volunteer_id UUID NOT NULL REFERENCES volunteer (id),
    note TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    lifted_at TIMESTAMPTZ
);
CREATE INDEX ban_volunteer ON ban (volunteer_id);

-- A request that is still being written. Its id becomes the request's form_key: sent twice, it is one request.
CREATE TABLE request_draft (
    id UUID PRIMARY KEY,
    contact_id UUID NOT NULL REFERENCES contact (id),
    fields TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX request_draft_contact ON request_draft (contact_id);

-- The last number given out in a year, for references like SP-2027-0042.
CREATE TABLE reference_counter (
    year BIGINT PRIMARY KEY,
    last_number BIGINT NOT NULL
);

CREATE TABLE request (
    id UUID PRIMARY KEY,
    form_key UUID NOT NULL UNIQUE,
    reference TEXT NOT NULL UNIQUE,
    institution_id UUID NOT NULL REFERENCES institution (id),
    site_id UUID NOT NULL REFERENCES site (id),
    contact_id UUID NOT NULL REFERENCES contact (id),
    filed_by UUID NOT NULL REFERENCES person (id),
    filed_at TIMESTAMPTZ NOT NULL,
    sector TEXT NOT NULL,
    district TEXT NOT NULL,
    language TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('on_site', 'phone', 'video')),
    occasion TEXT NOT NULL,
    topic TEXT NOT NULL,
    gender_wish TEXT NOT NULL CHECK (gender_wish IN ('none', 'preferred', 'required')),
    gender TEXT,
    same_volunteer BOOLEAN NOT NULL,
    urgent_reason TEXT,
    meeting_point TEXT NOT NULL,
    remarks TEXT NOT NULL,
    funding_tag TEXT,
    cancelled_at TIMESTAMPTZ,
    cancelled_by UUID REFERENCES person (id),
    cancel_reason TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX request_institution ON request (institution_id, filed_at);
CREATE INDEX request_filed_at ON request (filed_at);

-- The truth of a future appointment is its wall time and zone; the UTC columns are derived from it.
CREATE TABLE slot (
    id UUID PRIMARY KEY,
    request_id UUID NOT NULL REFERENCES request (id),
    position BIGINT NOT NULL,
    local_date TEXT NOT NULL,
    start_time TEXT NOT NULL,
    end_time TEXT NOT NULL,
    zone TEXT NOT NULL,
    starts_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    UNIQUE (request_id, position)
);
CREATE INDEX slot_starts_at ON slot (starts_at);

-- One place for one volunteer; a request with two openings wants two people.
CREATE TABLE opening (
    id UUID PRIMARY KEY,
    request_id UUID NOT NULL REFERENCES request (id),
    position BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'filled', 'unfilled', 'cancelled')),
    changed_at TIMESTAMPTZ NOT NULL,
    UNIQUE (request_id, position)
);

-- One round of asking; its offers belong to it.
CREATE TABLE search (
    id UUID PRIMARY KEY,
    request_id UUID NOT NULL REFERENCES request (id),
    round BIGINT NOT NULL,
    policy TEXT NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    deadline TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    outcome TEXT CHECK (outcome IN ('filled', 'nobody', 'cancelled')),
    UNIQUE (request_id, round)
);
CREATE UNIQUE INDEX search_one_running ON search (request_id) WHERE ended_at IS NULL;

CREATE TABLE offer (
    id UUID PRIMARY KEY,
    search_id UUID NOT NULL REFERENCES search (id),
    request_id UUID NOT NULL REFERENCES request (id),
    volunteer_id UUID NOT NULL REFERENCES volunteer (id),
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'accepted', 'declined', 'expired', 'closed', 'bounced')),
    created_at TIMESTAMPTZ NOT NULL,
    sent_at TIMESTAMPTZ,
    answer_by TIMESTAMPTZ,
    answered_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ,
    UNIQUE (search_id, volunteer_id)
);
CREATE INDEX offer_request ON offer (request_id);
CREATE INDEX offer_sent ON offer (sent_at);
CREATE INDEX offer_volunteer ON offer (volunteer_id, created_at);

CREATE TABLE assignment (
    id UUID PRIMARY KEY,
    request_id UUID NOT NULL REFERENCES request (id),
    opening_id UUID NOT NULL REFERENCES opening (id),
    slot_id UUID NOT NULL REFERENCES slot (id),
    volunteer_id UUID NOT NULL REFERENCES volunteer (id),
    offer_id UUID REFERENCES offer (id),
    starts_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    accepted_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    ended_how TEXT CHECK (ended_how IN ('given_back', 'cancelled')),
    calendar_uid TEXT NOT NULL,
    calendar_sequence BIGINT NOT NULL
);
CREATE INDEX assignment_request ON assignment (request_id);
CREATE INDEX assignment_volunteer ON assignment (volunteer_id, starts_at);
CREATE UNIQUE INDEX assignment_one_per_opening ON assignment (opening_id) WHERE ended_at IS NULL;
-- Backstop only: the verb locks the volunteer's row and checks first.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE assignment ADD CONSTRAINT assignment_no_overlap
    EXCLUDE USING gist (volunteer_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (ended_at IS NULL);

-- A link in a mail. The token is HMAC(key, purpose, id); only its SHA-256 is kept.
CREATE TABLE link (
    id UUID PRIMARY KEY,
    purpose TEXT NOT NULL,
    subject_id UUID NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    key_number BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ,
    revoked_at TIMESTAMPTZ
);
CREATE INDEX link_subject ON link (subject_id);

-- Without an address: nobody here has it. Such a row answers like any other, so that asking tells nothing.
CREATE TABLE sign_in (
    id UUID PRIMARY KEY,
    address_id UUID REFERENCES address (id),
    key_number BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    proved_at TIMESTAMPTZ,
    used_at TIMESTAMPTZ
);

CREATE TABLE session (
    id UUID PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    person_id UUID NOT NULL REFERENCES person (id),
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ
);

-- Counted in windows, keyed by a hash: neither an address nor an IP stands here.
CREATE TABLE rate_limit (
    key TEXT NOT NULL,
    window_start TIMESTAMPTZ NOT NULL,
    hits BIGINT NOT NULL,
    PRIMARY KEY (key, window_start)
);

-- Kind, recipient and typed parameters; never a rendered mail.
CREATE TABLE outbox (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    person_id UUID REFERENCES person (id),
    address_id UUID REFERENCES address (id),
    params TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    attempts BIGINT NOT NULL,
    lease_owner UUID,
    leased_until TIMESTAMPTZ,
    sent_at TIMESTAMPTZ,
    dropped_at TIMESTAMPTZ,
    drop_reason TEXT
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL AND dropped_at IS NULL;

CREATE TABLE timer (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    subject_id UUID NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    attempts BIGINT NOT NULL,
    lease_owner UUID,
    leased_until TIMESTAMPTZ,
    UNIQUE (kind, subject_id)
);
CREATE INDEX timer_due ON timer (due_at);

-- What needs a person.
CREATE TABLE task (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    request_id UUID REFERENCES request (id),
    volunteer_id UUID REFERENCES volunteer (id),
    params TEXT NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    done_at TIMESTAMPTZ,
    done_by UUID REFERENCES person (id)
);
CREATE INDEX task_open ON task (due_at) WHERE done_at IS NULL;

CREATE TABLE audit (
    id UUID PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL,
    actor TEXT NOT NULL CHECK (actor IN ('person', 'link', 'service', 'command')),
    person_id UUID,
    action TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id UUID NOT NULL,
    params TEXT NOT NULL
);
CREATE INDEX audit_object ON audit (object_id, at);

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER pool_rule_append_only BEFORE UPDATE OR DELETE ON pool_rule
    FOR EACH ROW EXECUTE FUNCTION append_only();
