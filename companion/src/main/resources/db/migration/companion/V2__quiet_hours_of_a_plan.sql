-- Hours of the mentee's own day in which nothing is asked. Both or neither.
ALTER TABLE companion.plan
  ADD COLUMN quiet_from time,
  ADD COLUMN quiet_until time CHECK (quiet_until <> quiet_from),
  ADD CONSTRAINT quiet_hours_have_both_ends CHECK ((quiet_from IS NULL) = (quiet_until IS NULL));
