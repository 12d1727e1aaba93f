-- A window is remembered when it opens and decided about at its decision point; with what a held question will need.
alter table alerts.risk_window
  add column decision_point timestamptz,
  add column decided_at timestamptz,
  add column ending text,
  add column since timestamptz,
  add column why text;

-- Until now each was decided about when its opening was heard of.
update alerts.risk_window set decision_point = opened_at, decided_at = heard_at;

create index risk_window_held on alerts.risk_window (heard_at) where decision = 'WAITS_OUT_QUIET_HOURS';

-- Of a ladder that has eased, nobody has it either.
drop index alerts.escalation_nobody_has;
create index escalation_nobody_has on alerts.escalation (started_at) where state in ('WALKING', 'EXHAUSTED', 'EASED');
