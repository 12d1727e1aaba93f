-- A device's counter only grows, so a frame above the highest that was ever stored is new, and nobody needs to look for it
-- through the months behind.
ALTER TABLE ingest.device_state ADD COLUMN highest_counter bigint;

UPDATE ingest.device_state s
SET highest_counter = (SELECT max(counter) FROM ingest.frame f WHERE f.device = s.device);

-- Whether that version of TimescaleDB keeps what is in compressed chunks: before 2.18.1 a conflict could lose rows.
CREATE FUNCTION ingest.may_compress(version text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT string_to_array(substring(version FROM '^[0-9.]*[0-9]'), '.')::int[] >= '{2,18,1}'
$$;

-- What the archive is made of, which is decided when its table is: PLAIN month partitions for good where TimescaleDB came
-- later; APACHE chunks without compression; FULL with it, or OUTDATED with one that is not to be trusted.
CREATE FUNCTION ingest.archive_tier() RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN EXISTS (SELECT FROM pg_partitioned_table WHERE partrelid = 'ingest.frame'::regclass) THEN 'PLAIN'
        WHEN current_setting('timescaledb.license', true) IS DISTINCT FROM 'timescale' THEN 'APACHE'
        WHEN (SELECT ingest.may_compress(extversion) FROM pg_extension WHERE extname = 'timescaledb') THEN 'FULL'
        ELSE 'OUTDATED'
    END
$$;

-- Where TimescaleDB keeps its functions.
CREATE FUNCTION ingest.timescale_schema() RETURNS regnamespace LANGUAGE sql STABLE AS $$
    SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'timescaledb'
$$;

-- Drops the months or chunks that end before the instant or with it; says how many and what they spanned. To take a month
-- away the table is locked for a moment: whoever reads it for longer than the time-out makes this fail with 55P03, and it
-- is simply called again later.
CREATE FUNCTION ingest.drop_frames_before(instant timestamptz, OUT pieces bigint, OUT began timestamptz, OUT ended timestamptz)
    LANGUAGE plpgsql SET lock_timeout = '500ms' SET timezone = 'UTC' AS $$
DECLARE
    month record;
BEGIN
    pieces := 0;
    IF ingest.archive_tier() <> 'PLAIN' THEN
        EXECUTE 'SELECT count(*), min(range_start), max(range_end) FROM timescaledb_information.chunks
            WHERE hypertable_schema = ''ingest'' AND hypertable_name = ''frame'' AND range_end <= $1'
            INTO pieces, began, ended USING instant;
        IF pieces > 0 THEN
            EXECUTE format('SELECT %s.drop_chunks(''ingest.frame'', older_than => $1)', ingest.timescale_schema())
                USING instant;
        END IF;
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('handrail.ingest.months'));
    FOR month IN
        SELECT p.name, p.start, p.start + interval '1 month' AS "end"
        FROM (SELECT c.relname AS name, to_timestamp(substring(c.relname FROM 7), 'YYYY_MM') AS start
            FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = 'ingest.frame'::regclass AND c.relname ~ '^frame_[0-9]{4}_[0-9]{2}$') p
        WHERE p.start + interval '1 month' <= instant
        ORDER BY p.start
    LOOP
        EXECUTE format('ALTER TABLE ingest.frame DETACH PARTITION ingest.%I', month.name);
        EXECUTE format('DROP TABLE ingest.%I', month.name);
        pieces := pieces + 1;
        began := least(began, month.start);
        ended := greatest(ended, month."end");
    END LOOP;
END
$$;

-- Compresses the oldest chunk that ends before the instant or with it and is not compressed yet, if there is one and the
-- tier knows how; called again until it finds none. The first call says how compression is done.
CREATE FUNCTION ingest.compress_frames_before(instant timestamptz, OUT pieces bigint, OUT began timestamptz, OUT ended timestamptz)
    LANGUAGE plpgsql SET lock_timeout = '500ms' AS $$
DECLARE
    chunk text;
BEGIN
    pieces := 0;
    IF ingest.archive_tier() <> 'FULL' THEN
        RETURN;
    END IF;
    EXECUTE 'SELECT format(''%I.%I'', chunk_schema, chunk_name), range_start, range_end
        FROM timescaledb_information.chunks
        WHERE hypertable_schema = ''ingest'' AND hypertable_name = ''frame'' AND range_end <= $1 AND NOT is_compressed
        ORDER BY range_end LIMIT 1'
        INTO chunk, began, ended USING instant;
    IF chunk IS NULL THEN
        RETURN;
    END IF;
    EXECUTE 'SELECT count(*) FROM timescaledb_information.hypertables
        WHERE hypertable_schema = ''ingest'' AND hypertable_name = ''frame'' AND NOT compression_enabled' INTO pieces;
    IF pieces = 1 THEN
        ALTER TABLE ingest.frame SET (timescaledb.compress, timescaledb.compress_segmentby = 'mentee, device, stream',
            timescaledb.compress_orderby = 'sampled_at, position, counter');
    END IF;
    EXECUTE format('SELECT %s.compress_chunk($1::regclass)', ingest.timescale_schema()) USING chunk;
    pieces := 1;
END
$$;

-- When retention was last done, by whichever process.
CREATE TABLE ingest.retention_round (
    id      integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    done_at timestamptz NOT NULL
);
