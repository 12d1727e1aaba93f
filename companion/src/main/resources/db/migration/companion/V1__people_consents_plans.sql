CREATE SCHEMA IF NOT EXISTS companion;

-- The only place where names are kept.
CREATE TABLE companion.person (
  id uuid PRIMARY KEY,
  role text NOT NULL,
  display_name text NOT NULL,
  sign_in_name text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  zone text NOT NULL,
  phone text
);

-- A mentee's grant. The recipient is null for the consent to be measured at all.
CREATE TABLE companion.consent (
  id uuid PRIMARY KEY,
  mentee uuid NOT NULL REFERENCES companion.person,
  recipient uuid REFERENCES companion.person,
  scope text NOT NULL,
  purpose text NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz,
  withdrawn_at timestamptz
);

CREATE INDEX consent_by_mentee ON companion.consent (mentee, recipient);

-- Each act of showing one person something about a mentee.
CREATE TABLE companion.disclosure (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mentee uuid NOT NULL REFERENCES companion.person,
  recipient uuid NOT NULL REFERENCES companion.person,
  consent uuid NOT NULL REFERENCES companion.consent,
  scope text NOT NULL,
  what text NOT NULL,
  disclosed_at timestamptz NOT NULL
);

CREATE INDEX disclosure_by_mentee ON companion.disclosure (mentee, disclosed_at);

-- What the mentee wrote down while well.
CREATE TABLE companion.plan (
  mentee uuid PRIMARY KEY REFERENCES companion.person,
  waiting_seconds integer NOT NULL,
  silence_means text NOT NULL,
  coping_steps text[] NOT NULL
);
