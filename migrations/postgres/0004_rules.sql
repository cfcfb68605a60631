-- Rules in pages.

-- One row, taken before rules change: two people change them one after the other, each over all of them.
CREATE TABLE pool_rule_lock (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    version BIGINT NOT NULL
);
INSERT INTO pool_rule_lock (id, version) VALUES (1, 0);
