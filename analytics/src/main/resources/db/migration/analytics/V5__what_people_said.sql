-- What people have said of stretches. Of two that contradict each other both are kept; superseded_by names the later one.
-- The score is the log-odds of the last minute before, by the method named beside it; null is unknown.
CREATE TABLE analytics.label (
  id uuid PRIMARY KEY,
  mentee uuid NOT NULL,
  source text NOT NULL,
  subject text NOT NULL,
  said text NOT NULL,
  meaning text NOT NULL,
  at timestamptz NOT NULL,
  nudge uuid,
  risk_window uuid,
  score double precision,
  method text NOT NULL,
  superseded_by uuid REFERENCES analytics.label
);

CREATE INDEX label_by_mentee ON analytics.label (mentee, at);
