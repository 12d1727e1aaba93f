-- Who ended a pairing and why; what the device said that it is; whether the broker has shown it out. changed_in is the
-- transaction that changed the row last: other processes read what changed since their last look by it, and unlike a
-- time it leaves no gap for a transaction that commits late.
ALTER TABLE ingest.pairing
    ADD COLUMN model text,
    ADD COLUMN firmware text,
    ADD COLUMN ended_by uuid,
    ADD COLUMN ended_reason text,
    ADD COLUMN revoked_at timestamptz,
    ADD COLUMN changed_in xid8 NOT NULL DEFAULT pg_current_xact_id();

CREATE INDEX pairing_by_change ON ingest.pairing (changed_in);

CREATE INDEX pairing_to_revoke ON ingest.pairing (unpaired_at) WHERE unpaired_at IS NOT NULL AND revoked_at IS NULL;

-- The one code of each mentee, by its hash. A new one takes the old one's row.
CREATE TABLE ingest.pairing_code (
    mentee      uuid PRIMARY KEY,
    id          uuid NOT NULL UNIQUE,
    code_hash   bytea NOT NULL UNIQUE,
    expires_at  timestamptz NOT NULL,
    earlier     text NOT NULL,
    redeemed_at timestamptz
);

-- One salt for this database, so that codes can be looked up by their hash and no table of hashes made elsewhere helps.
CREATE TABLE ingest.pairing_code_salt (
    salt bytea NOT NULL
);

INSERT INTO ingest.pairing_code_salt VALUES (uuid_send(gen_random_uuid()));

-- Wrong codes by source address; '*' counts them all, and is locked by whoever tries one.
CREATE TABLE ingest.pairing_attempt (
    source        text PRIMARY KEY,
    wrong         integer NOT NULL,
    last_wrong_at timestamptz NOT NULL
);

INSERT INTO ingest.pairing_attempt VALUES ('*', 0, '1970-01-01T00:00:00Z');
