create schema if not exists alerts;

-- Who is asked about whom, in which order. A step without a deadline of its own waits as long as the settings say.
create table alerts.mentorship (
  id uuid primary key,
  mentee uuid not null,
  mentor uuid not null,
  step integer not null check (step >= 1),
  deadline_seconds bigint check (deadline_seconds > 0),
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at > starts_at)
);
create index mentorship_of_mentee on alerts.mentorship (mentee, starts_at);
create index mentorship_of_mentor on alerts.mentorship (mentor, starts_at);

-- Every risk window that was heard of, once, with what was decided about it.
create table alerts.risk_window (
  id uuid primary key,
  mentee uuid not null,
  opened_at timestamptz not null,
  heard_at timestamptz not null,
  decision text not null
);
create index risk_window_of_mentee on alerts.risk_window (mentee, heard_at);

create table alerts.nudge (
  id uuid primary key,
  mentee uuid not null,
  risk_window uuid not null unique references alerts.risk_window,
  why text not null,
  since timestamptz not null,
  worth_until timestamptz not null,
  silence_means text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  sent_at timestamptz,
  state text not null,
  answered_at timestamptz
);
create index nudge_of_mentee on alerts.nudge (mentee, asked_at);
create unique index one_nudge_waits_for_a_mentee on alerts.nudge (mentee) where state = 'ASKED';

create table alerts.escalation (
  id uuid primary key,
  mentee uuid not null,
  nudge uuid references alerts.nudge,
  cause text not null,
  why text not null,
  since timestamptz not null,
  started_at timestamptz not null,
  worth_until timestamptz not null,
  state text not null,
  exhausted text,
  ended_at timestamptz
);
create index escalation_of_mentee on alerts.escalation (mentee, started_at);
create index escalation_of_nudge on alerts.escalation (nudge);
create index escalation_nobody_has on alerts.escalation (started_at) where state in ('WALKING', 'EXHAUSTED');
create unique index one_ladder_is_walked_for_a_mentee on alerts.escalation (mentee) where state = 'WALKING';

-- Every answer once, whichever way it came and however often; with what became of it.
create table alerts.answer (
  mentee uuid not null,
  nudge uuid,
  choice text not null,
  pressed_at timestamptz not null,
  heard_at timestamptz not null,
  refused text,
  escalation uuid references alerts.escalation,
  unique nulls not distinct (mentee, pressed_at, choice, nudge)
);

create table alerts.prompt (
  id uuid primary key,
  escalation uuid not null references alerts.escalation,
  mentor uuid not null,
  step integer not null,
  raised_at timestamptz not null,
  deadline timestamptz not null,
  consent uuid not null,
  state text not null,
  opened_at timestamptz,
  ended_at timestamptz,
  response text,
  unique (escalation, step)
);
create index prompt_of_mentor on alerts.prompt (mentor, raised_at);

-- Steps walked past because their mentor may not be told.
create table alerts.skipped_step (
  escalation uuid not null references alerts.escalation,
  step integer not null,
  mentor uuid not null,
  reason text not null,
  skipped_at timestamptz not null,
  primary key (escalation, step)
);

create table alerts.push_token (
  token text primary key,
  mentor uuid not null,
  registered_at timestamptz not null,
  quarantined_at timestamptz
);
create index push_token_of_mentor on alerts.push_token (mentor);

-- One row for each attempt to carry a prompt to one phone or page.
create table alerts.delivery (
  id uuid primary key,
  prompt uuid not null references alerts.prompt,
  channel text not null,
  token text,
  attempt integer not null check (attempt >= 1),
  due_at timestamptz not null,
  state text not null,
  attempted_at timestamptz,
  ended_at timestamptz,
  note text,
  unique nulls not distinct (prompt, channel, token, attempt)
);
create index delivery_under_way on alerts.delivery (due_at) where state in ('WAITING', 'SENDING');

-- db-scheduler's own table: durable timers, keyed by the id of the row that they concern.
create table alerts.scheduled_task (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  state text,
  primary key (task_name, task_instance)
);
create index scheduled_task_execution_time on alerts.scheduled_task (execution_time);
create index scheduled_task_last_heartbeat on alerts.scheduled_task (last_heartbeat);
