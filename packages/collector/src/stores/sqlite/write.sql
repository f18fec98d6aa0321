-- :addRecord
INSERT INTO record (
  site, id, type, at, clock, received, visitor, session, seq, place, crowd, counts,
  event, level, bucket, revision, comment, outcome, key, page, detail
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (site, id) DO NOTHING;

-- :replaceRecord
REPLACE INTO record (
  site, id, type, at, clock, received, visitor, session, seq, place, crowd, counts,
  event, level, bucket, revision, comment, outcome, key, page, detail
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- :findRecord
SELECT record.type, record.at, record.visitor, record.crowd, record.counts, record.event, record.level,
  record.revision, record.outcome, record.key, record.detail, place.stage, place.touchpoint, place.standing
FROM record JOIN place ON place.id = record.place
WHERE record.site = ? AND record.id = ?;

-- :recordsOfVisitor
SELECT record.id, record.type, record.at, record.visitor, record.crowd, record.counts, record.event, record.level,
  record.revision, record.outcome, record.key, record.detail, place.stage, place.touchpoint, place.standing
FROM record JOIN place ON place.id = record.place
WHERE record.visitor = ?;

-- :ratingsAround
-- ?1 site, ?2 bucket, ?3–?4 time, ?5 visitor. What was set aside before is not read again: there may be very much of it.
SELECT record.id, record.type, record.at, record.visitor, record.crowd, record.counts, record.event, record.level,
  record.revision, record.outcome, record.key, record.detail, place.stage, place.touchpoint, place.standing
FROM record INDEXED BY "record#ratings" JOIN place ON place.id = record.place
WHERE record.site = ?1 AND record.bucket = ?2 AND record.at BETWEEN ?3 AND ?4
  AND record.type = 'rating' AND record.counts = 1 AND record.visitor = ?5
  AND coalesce(record.detail ->> '$.form', 'own') <> 'own'
ORDER BY record.at, record.id LIMIT 500;

-- :asideNear
SELECT 1 FROM record INDEXED BY "record#aside#visitor"
WHERE visitor = ? AND at BETWEEN ? AND ? AND counts = 2 LIMIT 1;

-- :setAside
UPDATE record SET counts = 2 WHERE site = ? AND id = ?;

-- :deleteRecord
DELETE FROM record WHERE site = ? AND id = ?;

-- :firstOfKey
SELECT id FROM record WHERE site = ? AND outcome = ? AND key = ? ORDER BY at, id LIMIT 1;

-- :countOnly
UPDATE record SET counts = (id = ?)
WHERE site = ? AND outcome = ? AND key = ? AND counts <> (id = ?);

-- :findVisitor
SELECT id, person, since FROM visitor WHERE site = ? AND name = ?;

-- :addVisitor
INSERT INTO visitor (site, name, person, since) VALUES (?, ?, 0, ?) RETURNING id;

-- :setPerson
UPDATE visitor SET person = ? WHERE id = ?;

-- :joinPersons
UPDATE visitor SET person = ? WHERE person IN (?, ?);

-- :arrivedFrom
UPDATE visitor
SET made = max(made, ?), arrived = arrived + ?, last = max(last, ?)
WHERE id = ?;

-- :inSession
INSERT INTO session (site, visitor, name, start) VALUES (?, ?, ?, ?)
ON CONFLICT (site, visitor, name) DO UPDATE SET start = min(start, excluded.start)
RETURNING id;

-- :deleteSessionsOf
DELETE FROM session WHERE site = ? AND visitor = ?;

-- :visitorsOfPerson
SELECT id, name FROM visitor WHERE person = ?;

-- :personOfVisitor
SELECT person FROM visitor WHERE id = ?;

-- :deleteVisitor
DELETE FROM visitor WHERE id = ?;

-- :findForgotten
SELECT at FROM forgotten WHERE site = ? AND hash = ?;

-- :addForgotten
INSERT INTO forgotten (site, hash, at) VALUES (?, ?, ?)
ON CONFLICT (site, hash) DO UPDATE SET at = max(at, excluded.at);

-- :addHandover
INSERT INTO handover (site, code, visitor, expires) VALUES (?, ?, ?, ?)
ON CONFLICT (site, code) DO NOTHING;

-- :addHandoverUse
INSERT INTO handover_use (site, code, visitor, at) VALUES (?, ?, ?, ?)
ON CONFLICT (site, code, visitor) DO UPDATE SET at = min(at, excluded.at);

-- :usesOfHandover
SELECT handover.visitor AS maker, handover_use.visitor AS user
FROM handover JOIN handover_use USING (site, code)
WHERE site = ? AND code = ? AND handover_use.at <= handover.expires
ORDER BY handover_use.at, handover_use.visitor LIMIT ?;

-- :deleteHandoversOf
DELETE FROM handover WHERE visitor = ?;

-- :deleteHandoverUsesOf
DELETE FROM handover_use WHERE visitor = ?;
