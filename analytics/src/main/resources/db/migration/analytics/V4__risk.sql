-- What each feature and each other reason added to a minute, in log-odds, as [{feature, deviation, logOdds}, ...].
ALTER TABLE analytics.minute
  ADD COLUMN evidence json,
  ADD COLUMN risk double precision,
  ADD COLUMN risk_terms json;

-- How strong a window was; null while it is open, and where an older method did not tell. When it was worth a question.
ALTER TABLE analytics.risk_window
  ADD COLUMN peak_at timestamptz,
  ADD COLUMN severity double precision,
  ADD COLUMN decision_point_at timestamptz;

UPDATE analytics.risk_window SET why = why || '{"confidence": "NaN"}' WHERE NOT jsonb_exists(why, 'confidence');

-- Since when "usual" means the mentee's own.
CREATE TABLE analytics.baseline (
  mentee uuid PRIMARY KEY,
  established_at timestamptz NOT NULL
);
