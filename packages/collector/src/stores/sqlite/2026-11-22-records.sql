-- What arrived, each id once, and beside it the counts that reports are made of.
-- Times are epoch milliseconds. Strings that repeat in every record are kept once, under a number.

CREATE TABLE site (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

-- A stage (touchpoint '') or a touchpoint of it, for one standing. '' is "no source named a stage".
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  site INTEGER NOT NULL REFERENCES site (id),
  stage TEXT NOT NULL,
  touchpoint TEXT NOT NULL,
  standing TEXT NOT NULL,
  UNIQUE (site, stage, touchpoint, standing)
);

-- What is known of everyone, raters or not. '' is "not known".
CREATE TABLE crowd (
  id INTEGER PRIMARY KEY,
  locale TEXT NOT NULL,
  device TEXT NOT NULL,
  source TEXT NOT NULL,
  UNIQUE (locale, device, source)
);

CREATE TABLE visitor (
  id INTEGER PRIMARY KEY,
  site INTEGER NOT NULL REFERENCES site (id),
  name TEXT NOT NULL,
  -- The lowest id among the visitors that hand-over codes joined.
  person INTEGER NOT NULL,
  -- Records up to this time were erased; those that arrive late are not kept.
  since INTEGER NOT NULL,
  -- Highest sequence number, and how many numbered records arrived.
  made INTEGER NOT NULL DEFAULT 0,
  arrived INTEGER NOT NULL DEFAULT 0,
  last INTEGER NOT NULL DEFAULT 0,
  UNIQUE (site, name)
);
CREATE INDEX "visitor#person" ON visitor (person);
CREATE INDEX "visitor#site#last" ON visitor (site, last, made, arrived);

-- One visit of one visitor (0 where only the visit is known), and when it began.
CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  site INTEGER NOT NULL,
  visitor INTEGER NOT NULL,
  name TEXT NOT NULL,
  start INTEGER NOT NULL,
  UNIQUE (site, visitor, name)
);

-- Visitors that were erased, as a hash: nothing that arrives late may bring them back.
CREATE TABLE forgotten (
  site INTEGER NOT NULL,
  hash BLOB NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (site, hash)
) WITHOUT ROWID;

-- Ids are UUIDv7 in 16 bytes: they sort by time, so new rows go to the end of the tree.
CREATE TABLE record (
  site INTEGER NOT NULL,
  id BLOB NOT NULL,
  type TEXT NOT NULL,
  -- Corrected by `sentAt`, and as the visitor's clock said.
  at INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  received INTEGER NOT NULL,
  visitor INTEGER,
  session INTEGER,
  seq INTEGER,
  place INTEGER NOT NULL,
  crowd INTEGER NOT NULL,
  -- 0: known, but counts nowhere (taken back; an outcome whose key was there already).
  counts INTEGER NOT NULL,
  event TEXT,
  level INTEGER,
  -- Of a rating: which of 4096 parts of the visitors it belongs to, so that a fair sample can be read by itself.
  bucket INTEGER,
  revision INTEGER,
  comment TEXT,
  outcome TEXT,
  key TEXT,
  page TEXT,
  -- The other fields of its type, as JSON.
  detail TEXT,
  PRIMARY KEY (site, id)
) WITHOUT ROWID;
CREATE INDEX "record#site#at" ON record (site, at);
CREATE INDEX "record#visitor" ON record (visitor, at) WHERE visitor IS NOT NULL;
CREATE INDEX "record#ratings" ON record (site, bucket, at) WHERE type = 'rating' AND counts = 1;
CREATE INDEX "record#comments" ON record (site, at) WHERE comment IS NOT NULL AND counts = 1;
CREATE INDEX "record#outcomes" ON record (visitor, at) WHERE type = 'outcome' AND counts = 1;
CREATE INDEX "record#losses" ON record (site, at) WHERE type = 'loss';
CREATE INDEX "record#key" ON record (site, outcome, key, at) WHERE key IS NOT NULL;

-- Counts, kept in the same transaction as the records. `cut` says which (see tally.ts): stages or touchpoints,
-- by hour or by day, for everyone (crowd 0) or for each crowd. `start` is the hour's or day's number since 1970, UTC.
CREATE TABLE tally (
  site INTEGER NOT NULL,
  cut INTEGER NOT NULL,
  place INTEGER NOT NULL,
  crowd INTEGER NOT NULL,
  start INTEGER NOT NULL,
  l1 INTEGER NOT NULL,
  l2 INTEGER NOT NULL,
  l3 INTEGER NOT NULL,
  l4 INTEGER NOT NULL,
  l5 INTEGER NOT NULL,
  l6 INTEGER NOT NULL,
  l7 INTEGER NOT NULL,
  l8 INTEGER NOT NULL,
  met INTEGER NOT NULL,
  eligible INTEGER NOT NULL,
  shown INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  dismissed INTEGER NOT NULL,
  snoozed INTEGER NOT NULL,
  ignored INTEGER NOT NULL,
  never INTEGER NOT NULL,
  dwells INTEGER NOT NULL,
  dwell_ms INTEGER NOT NULL,
  -- A place's history stands together: reports add it up in this order, without sorting.
  PRIMARY KEY (site, cut, place, crowd, start)
) WITHOUT ROWID;

-- A hand-over code and who used it, in whichever order the two arrive.
CREATE TABLE handover (
  site INTEGER NOT NULL,
  code TEXT NOT NULL,
  visitor INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  PRIMARY KEY (site, code)
) WITHOUT ROWID;
CREATE TABLE handover_use (
  site INTEGER NOT NULL,
  code TEXT NOT NULL,
  visitor INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (site, code, visitor)
) WITHOUT ROWID;

CREATE TABLE mark (
  site INTEGER NOT NULL,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (site, id)
) WITHOUT ROWID;
