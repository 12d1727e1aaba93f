CREATE SCHEMA IF NOT EXISTS analytics;

-- What a lane remembers of one mentee. The revision lets one writer notice another.
CREATE TABLE analytics.snapshot (
  mentee uuid PRIMARY KEY,
  revision bigint NOT NULL,
  position bigint NOT NULL,
  last_received_at timestamptz,
  method text NOT NULL,
  state bytea NOT NULL
);

-- One closed minute. A figure that could not be had is null, never zero.
CREATE TABLE analytics.minute (
  mentee uuid NOT NULL,
  start timestamptz NOT NULL,
  state text NOT NULL,
  heart_coverage real NOT NULL,
  skin_coverage real NOT NULL,
  heart_rate double precision,
  rmssd double precision,
  skin_level double precision,
  skin_responses double precision,
  movement double precision,
  likelihood double precision,
  method text NOT NULL,
  PRIMARY KEY (mentee, start)
);

CREATE TABLE analytics.risk_window (
  id uuid PRIMARY KEY,
  mentee uuid NOT NULL,
  start timestamptz NOT NULL,
  opened_at timestamptz NOT NULL,
  silent_since timestamptz,
  ended_at timestamptz,
  ending text,
  why jsonb NOT NULL,
  method text NOT NULL
);

CREATE INDEX risk_window_by_mentee ON analytics.risk_window (mentee, start);
