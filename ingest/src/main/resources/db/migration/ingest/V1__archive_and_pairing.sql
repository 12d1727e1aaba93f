-- Not IF NOT EXISTS: that asks for the right to create schemas even where there is nothing to create.
DO $$
BEGIN
    IF to_regnamespace('ingest') IS NULL THEN
        CREATE SCHEMA ingest;
    END IF;
END
$$;

-- TimescaleDB where the server has loaded it and the role may create it; plain partitions everywhere else. A server that
-- only has it on disk would break the connection, hence the look at a setting that the loaded library brings along.
DO $$
BEGIN
    IF current_setting('timescaledb.max_background_workers', true) IS NOT NULL
        AND EXISTS (SELECT FROM pg_available_extensions WHERE name = 'timescaledb') THEN
        CREATE EXTENSION IF NOT EXISTS timescaledb SCHEMA public;
    END IF;
EXCEPTION WHEN OTHERS THEN
    RAISE WARNING 'TimescaleDB is here but this role cannot create it (%); the archive uses plain partitions', SQLERRM;
END
$$;

-- One row for each pairing there ever was: a device has one mentee for life, and a new wearer means a new device id.
CREATE TABLE ingest.pairing (
    device      text PRIMARY KEY,
    mentee      uuid NOT NULL,
    secret_hash bytea NOT NULL,
    paired_at   timestamptz NOT NULL,
    unpaired_at timestamptz
);

CREATE INDEX pairing_by_mentee ON ingest.pairing (mentee);

CREATE SEQUENCE ingest.frame_position CACHE 1;

-- A frame is one row. 'values' holds what the device counted (-2147483648 where a sample is missing); n, min, max and
-- sum are of the samples present and in ticks, so that roll-ups multiply by the resolution and unnest nothing. 'body'
-- holds the canonical CBOR of what is no run of numbers. The key contains the time because a hypertable's must.
DO $$
DECLARE
    timescale regnamespace := (SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'timescaledb');
BEGIN
    EXECUTE '
        CREATE TABLE ingest.frame (
            mentee      uuid NOT NULL,
            device      text NOT NULL,
            counter     bigint NOT NULL,
            stream      text NOT NULL,
            sampled_at  timestamptz NOT NULL,
            ends_at     timestamptz NOT NULL,
            received_at timestamptz NOT NULL,
            position    bigint NOT NULL,
            spacing_us  bigint NOT NULL,
            resolution  double precision NOT NULL,
            "values"    integer[] NOT NULL,
            n           integer NOT NULL,
            min         integer NOT NULL,
            max         integer NOT NULL,
            sum         bigint NOT NULL,
            body        bytea,
            PRIMARY KEY (device, counter, sampled_at)
        )' || CASE WHEN timescale IS NULL THEN ' PARTITION BY RANGE (sampled_at)' ELSE '' END;
    IF timescale IS NOT NULL THEN
        EXECUTE format('
            SELECT %1$s.create_hypertable(''ingest.frame'', %1$s.by_range(''sampled_at'', interval ''7 days''),
                create_default_indexes => false)', timescale);
    END IF;
END
$$;

CREATE INDEX frame_by_position ON ingest.frame (mentee, position);

CREATE INDEX frame_by_time ON ingest.frame (mentee, stream, sampled_at);

-- Makes sure that frames of that instant's month have a place. On a hypertable there is nothing to do.
-- The partition is made aside and attached, since CREATE TABLE ... PARTITION OF would wait for every reader to end and
-- make everyone else wait behind it.
CREATE FUNCTION ingest.ensure_frame_month(instant timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    month timestamp := date_trunc('month', instant AT TIME ZONE 'UTC');
    name  text := 'frame_' || to_char(month, 'YYYY_MM');
BEGIN
    IF NOT EXISTS (SELECT FROM pg_partitioned_table WHERE partrelid = 'ingest.frame'::regclass) THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('handrail.ingest.months'));
    IF to_regclass('ingest.' || name) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE TABLE ingest.%I (LIKE ingest.frame INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
    EXECUTE format('ALTER TABLE ingest.frame ATTACH PARTITION ingest.%I FOR VALUES FROM (%L) TO (%L)',
        name, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
END
$$;

-- How each device was when last heard of, kept by the writers, once for each batch.
CREATE TABLE ingest.device_state (
    device           text PRIMARY KEY,
    last_received_at timestamptz NOT NULL,
    last_sampled_at  timestamptz NOT NULL,
    frames           bigint NOT NULL,
    duplicates       bigint NOT NULL,
    status_at        timestamptz,
    battery_percent  smallint,
    contact          text,
    firmware         text
);

-- What was refused: the day is UTC's, the device is '?' where the topic named none.
CREATE TABLE ingest.refusal (
    device text NOT NULL,
    reason text NOT NULL,
    day    date NOT NULL,
    n      bigint NOT NULL,
    PRIMARY KEY (device, reason, day)
);
