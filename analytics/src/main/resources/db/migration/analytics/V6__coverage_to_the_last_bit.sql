-- A minute is recomputed to the last bit, so it is kept to the last bit. Those that were kept shorter stay as they are.
ALTER TABLE analytics.minute
  ALTER COLUMN heart_coverage TYPE double precision,
  ALTER COLUMN skin_coverage TYPE double precision;
