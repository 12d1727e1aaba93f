-- How often each stream of a device speaks, and since when it does not. Kept up by every process some seconds late.
CREATE TABLE ingest.stream_state (
    device           text NOT NULL,
    stream           text NOT NULL,
    last_received_at timestamptz NOT NULL,
    pauses_s         integer[] NOT NULL,
    silent_since     timestamptz,
    PRIMARY KEY (device, stream)
);

-- The shortest delay of a frame in each hour, for the estimate of the device's clock; kept for eight days.
CREATE TABLE ingest.device_hour (
    device         text NOT NULL,
    hour           timestamptz NOT NULL,
    least_delay_ms bigint NOT NULL,
    PRIMARY KEY (device, hour)
);

CREATE INDEX device_hour_by_hour ON ingest.device_hour (hour);

-- What a watch, or its last will, said last of its connection.
CREATE TABLE ingest.watch_connection (
    device text PRIMARY KEY,
    state  text NOT NULL,
    at     timestamptz NOT NULL
);

-- 'counted' are the frames under the device's own counters, which are not negative, and the first of those counters.
ALTER TABLE ingest.device_state
    ADD COLUMN first_counter     bigint,
    ADD COLUMN counted           bigint NOT NULL DEFAULT 0,
    ADD COLUMN battery_low_since timestamptz,
    ADD COLUMN not_worn_since    timestamptz;
