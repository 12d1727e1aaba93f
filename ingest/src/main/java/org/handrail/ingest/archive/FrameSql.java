package org.handrail.ingest.archive;

/** The statements of {@link FrameTable}: each takes a whole batch as arrays. */
final class FrameSql {

    static final String INSERT = """
            INSERT INTO ingest.frame (mentee, device, counter, stream, sampled_at, ends_at, received_at, position,
                spacing_us, resolution, "values", n, min, max, sum, body)
            SELECT f.mentee::uuid, f.device, f.counter, f.stream, f.sampled_at,
                f.sampled_at + f.span_us * interval '1 microsecond',
                timestamptz 'epoch' + f.received_ms * interval '1 millisecond',
                nextval('ingest.frame_position'), f.spacing_us, f.resolution,
                (?::int[])[f.first_sample : f.first_sample + f.samples - 1], f.n, f.min, f.max, f.sum, f.body
            FROM (
                SELECT b.*, timestamptz 'epoch' + b.sampled_ms * interval '1 millisecond' AS sampled_at
                FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::bigint[], ?::float8[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::bigint[], ?::bytea[])
                    WITH ORDINALITY AS b (mentee, device, counter, stream, sampled_ms, span_us, received_ms,
                        spacing_us, resolution, first_sample, samples, n, min, max, sum, body, place)
                LEFT JOIN ingest.device_state d USING (device)
                LEFT JOIN LATERAL (
                    SELECT true AS stored FROM ingest.frame s
                    WHERE b.counter <= d.highest_counter
                        AND s.device = b.device AND s.counter = b.counter AND s.sampled_at > ?
                    LIMIT 1) known ON true
                WHERE known.stored IS NULL
                ORDER BY b.place
            ) f
            ON CONFLICT DO NOTHING
            RETURNING device, counter, position""";

    static final String COMMITTED_AFTER_ALL = """
            SELECT f.device, f.counter, f.position
            FROM unnest(?::text[], ?::bigint[], ?::bigint[]) AS d (device, counter, position)
            JOIN ingest.frame f USING (device, counter, position)
            WHERE f.sampled_at > ?""";

    static final String NOT_STORED_LIKE_THIS = """
            SELECT d.device, d.counter, d.sampled_ms
            FROM unnest(?::text[], ?::bigint[], ?::bigint[]) AS d (device, counter, sampled_ms)
            LEFT JOIN LATERAL (
                SELECT true AS stored FROM ingest.frame s
                WHERE s.device = d.device AND s.counter = d.counter
                    AND s.sampled_at = timestamptz 'epoch' + d.sampled_ms * interval '1 millisecond'
                LIMIT 1) same ON true
            WHERE same.stored IS NULL""";

    static final String UPSERT_DEVICES = """
            INSERT INTO ingest.device_state AS s (device, last_received_at, last_sampled_at, frames, duplicates,
                highest_counter, status_at, battery_percent, contact, firmware, counted, first_counter)
            SELECT d.device, timestamptz 'epoch' + d.received_ms * interval '1 millisecond',
                timestamptz 'epoch' + d.sampled_ms * interval '1 millisecond', d.frames, d.duplicates,
                d.highest_counter, timestamptz 'epoch' + d.status_ms * interval '1 millisecond', d.battery, d.contact,
                d.firmware, d.counted, d.first_counter
            FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                ?::int[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
                AS d (device, received_ms, sampled_ms, frames, duplicates, highest_counter, status_ms, battery, contact,
                    firmware, counted, first_counter)
            ON CONFLICT (device) DO UPDATE SET
                last_received_at = GREATEST(s.last_received_at, excluded.last_received_at),
                last_sampled_at = GREATEST(s.last_sampled_at, excluded.last_sampled_at),
                frames = s.frames + excluded.frames,
                duplicates = s.duplicates + excluded.duplicates,
                highest_counter = GREATEST(s.highest_counter, excluded.highest_counter),
                counted = s.counted + excluded.counted,
                first_counter = LEAST(s.first_counter, excluded.first_counter),
                (status_at, battery_percent, contact, firmware) = (
                    SELECT CASE WHEN newer THEN excluded.status_at ELSE s.status_at END,
                        CASE WHEN newer THEN excluded.battery_percent ELSE s.battery_percent END,
                        CASE WHEN newer THEN excluded.contact ELSE s.contact END,
                        CASE WHEN newer THEN excluded.firmware ELSE s.firmware END
                    FROM (SELECT excluded.status_at >= COALESCE(s.status_at, '-infinity') AS newer) AS which)""";

    private FrameSql() {}
}
