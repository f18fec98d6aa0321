-- ?1 site, ?2 cut, ?3–?4 starts, ?5–?7 crowd (locale, device, source), ?8–?10 place (standing, stage, touchpoint);
-- NULL filters nothing. Read place by place, in the order of the table, so that nothing has to be sorted.
-- A crowd is filtered by another text in the place of `crowd = 0` (see counts.ts).

-- :talliesByPlace
SELECT place.stage, place.touchpoint, place.standing,
  sum(l1) AS l1, sum(l2) AS l2, sum(l3) AS l3, sum(l4) AS l4,
  sum(l5) AS l5, sum(l6) AS l6, sum(l7) AS l7, sum(l8) AS l8,
  sum(met) AS met, sum(eligible) AS eligible, sum(shown) AS shown, sum(seen) AS seen,
  sum(answered) AS answered, sum(dismissed) AS dismissed, sum(snoozed) AS snoozed,
  sum(ignored) AS ignored, sum(never) AS never, sum(dwells) AS dwells, sum(dwell_ms) AS dwell_ms
FROM place CROSS JOIN tally ON tally.site = ?1 AND tally.cut = ?2 AND tally.place = place.id
  AND tally.crowd = 0 AND tally.start >= ?3 AND tally.start < ?4
WHERE place.site = ?1
  AND (?8 IS NULL OR place.standing = ?8)
  AND (?9 IS NULL OR place.stage = ?9)
  AND (?10 IS NULL OR place.touchpoint = ?10)
GROUP BY place.stage, place.touchpoint, place.standing;

-- :talliesByPeriod
-- Periods are ?11 starts long, and begin ?12 starts before 1970. One row for each place, with its periods as JSON (period,
-- levels, met): most of the time went into handing over ten thousands of small rows.
SELECT place.stage, place.touchpoint, place.standing,
  json_group_array(json_array(period, l1, l2, l3, l4, l5, l6, l7, l8, met)) AS periods
FROM (
  SELECT tally.place, (tally.start + CAST(?12 AS INTEGER)) / CAST(?11 AS INTEGER) AS period,
    sum(l1) AS l1, sum(l2) AS l2, sum(l3) AS l3, sum(l4) AS l4,
    sum(l5) AS l5, sum(l6) AS l6, sum(l7) AS l7, sum(l8) AS l8, sum(met) AS met
  FROM place CROSS JOIN tally ON tally.site = ?1 AND tally.cut = ?2 AND tally.place = place.id
    AND tally.crowd = 0 AND tally.start >= ?3 AND tally.start < ?4
  WHERE place.site = ?1
    AND (?8 IS NULL OR place.standing = ?8)
    AND (?9 IS NULL OR place.stage = ?9)
    AND (?10 IS NULL OR place.touchpoint = ?10)
  GROUP BY tally.place, period
) AS found JOIN place ON place.id = found.place
GROUP BY place.id;

-- :talliesByCrowd
SELECT place.standing, crowd.locale, crowd.device, crowd.source_class AS source,
  sum(l1) AS l1, sum(l2) AS l2, sum(l3) AS l3, sum(l4) AS l4,
  sum(l5) AS l5, sum(l6) AS l6, sum(l7) AS l7, sum(l8) AS l8, sum(met) AS met, sum(seen) AS seen
FROM place CROSS JOIN tally ON tally.site = ?1 AND tally.cut = ?2 AND tally.place = place.id
  AND tally.crowd = 0 AND tally.start >= ?3 AND tally.start < ?4
  JOIN crowd ON crowd.id = tally.crowd
WHERE place.site = ?1
  AND (?8 IS NULL OR place.standing = ?8)
  AND (?9 IS NULL OR place.stage = ?9)
  AND (?10 IS NULL OR place.touchpoint = ?10)
GROUP BY place.standing, tally.crowd;

-- :recordsByPlace
-- What the tables of counts do not hold: parts of an hour, or of a day where the crowd matters.
-- ?1 site, ?2–?3 time, ?4–?6 crowd, ?7–?9 place; periods are ?10 milliseconds long, and begin ?11 before 1970.
SELECT place.stage, place.touchpoint, place.standing, (record.at + CAST(?11 AS INTEGER)) / CAST(?10 AS INTEGER) AS period,
  record.type, record.event, record.level, count(*) AS n,
  sum(CASE record.event WHEN 'dwell' THEN json_extract(record.detail, '$.dwellMs') END) AS dwellMs
FROM record INDEXED BY "record#site#at"
  CROSS JOIN place ON place.id = record.place CROSS JOIN crowd ON crowd.id = record.crowd
WHERE record.site = ?1 AND record.at >= ?2 AND record.at < ?3 AND record.counts = 1
  AND (?4 IS NULL OR crowd.locale = ?4) AND (?5 IS NULL OR crowd.device = ?5) AND (?6 IS NULL OR ?6 IN (crowd.source, crowd.source_class))
  AND (?7 IS NULL OR place.standing = ?7)
  AND (?8 IS NULL OR place.stage = ?8)
  AND (?9 IS NULL OR place.touchpoint = ?9)
GROUP BY place.id, (record.at + CAST(?11 AS INTEGER)) / CAST(?10 AS INTEGER), record.type, record.event, record.level;

-- :recordsByCrowd
SELECT place.touchpoint, place.standing, crowd.locale, crowd.device, crowd.source_class AS source,
  record.type, record.event, record.level, count(*) AS n, NULL AS dwellMs
FROM record INDEXED BY "record#site#at"
  CROSS JOIN place ON place.id = record.place CROSS JOIN crowd ON crowd.id = record.crowd
WHERE record.site = ?1 AND record.at >= ?2 AND record.at < ?3 AND record.counts = 1
  AND (?4 IS NULL OR crowd.locale = ?4) AND (?5 IS NULL OR crowd.device = ?5) AND (?6 IS NULL OR ?6 IN (crowd.source, crowd.source_class))
  AND (?7 IS NULL OR place.standing = ?7)
  AND (?8 IS NULL OR place.stage = ?8)
  AND (?9 IS NULL OR place.touchpoint = ?9)
GROUP BY place.touchpoint <> '', place.standing, record.crowd, record.type, record.event, record.level;

-- :answers
-- ?1 site, ?2–?3 time, ?4–?6 crowd, ?7–?9 place, ?10 buckets as JSON. Whether one is in the slice is seen in the index
-- (`found`), so that only those that are get read. Those of a place are found by other texts in the place of `FROM` (see
-- histories.ts).
SELECT coalesce(visitor.person, 0) AS person, record.at, record.level, place.stage, place.touchpoint, place.standing,
  crowd.device, crowd.source_class AS source,
  record.detail ->> '$.probability' AS probability, record.detail ->> '$.intent' AS intent,
  record.detail ->> '$.reasons' AS reasons
FROM json_each(?10) AS wanted CROSS JOIN record AS found
  INDEXED BY "record#ratings" ON found.site = ?1 AND found.bucket = wanted.value
    AND found.at >= ?2 AND found.at < ?3 AND found.type = 'rating' AND found.counts = 1
  CROSS JOIN place ON place.id = found.place
  CROSS JOIN crowd ON crowd.id = found.crowd
  CROSS JOIN record ON record.site = found.site AND record.id = found.id
  LEFT JOIN visitor ON visitor.id = record.visitor
WHERE (?4 IS NULL OR crowd.locale = ?4) AND (?5 IS NULL OR crowd.device = ?5) AND (?6 IS NULL OR ?6 IN (crowd.source, crowd.source_class))
  AND (?7 IS NULL OR place.standing = ?7)
  AND (?8 IS NULL OR place.stage = ?8)
  AND (?9 IS NULL OR place.touchpoint = ?9)
ORDER BY record.at, record.id;

-- :answerers
-- The same as `answers`, as far as it tells how answers of the same people hang together.
SELECT coalesce(visitor.person, 0) AS person, record.level, place.stage, place.touchpoint, place.standing,
  record.detail ->> '$.probability' AS probability
FROM json_each(?10) AS wanted CROSS JOIN record AS found
  INDEXED BY "record#ratings" ON found.site = ?1 AND found.bucket = wanted.value
    AND found.at >= ?2 AND found.at < ?3 AND found.type = 'rating' AND found.counts = 1
  CROSS JOIN place ON place.id = found.place
  CROSS JOIN crowd ON crowd.id = found.crowd
  CROSS JOIN record ON record.site = found.site AND record.id = found.id
  LEFT JOIN visitor ON visitor.id = record.visitor
WHERE (?4 IS NULL OR crowd.locale = ?4) AND (?5 IS NULL OR crowd.device = ?5) AND (?6 IS NULL OR ?6 IN (crowd.source, crowd.source_class))
  AND (?7 IS NULL OR place.standing = ?7)
  AND (?8 IS NULL OR place.stage = ?8)
  AND (?9 IS NULL OR place.touchpoint = ?9);

-- :outcomesOfPersons
SELECT visitor.person, record.outcome, record.at
FROM json_each(?) AS wanted
  CROSS JOIN visitor ON visitor.person = wanted.value
  CROSS JOIN record INDEXED BY "record#outcomes" ON record.visitor = visitor.id
    AND record.type = 'outcome' AND record.counts = 1
ORDER BY record.at, record.id;

-- :sessionsOfPersons
SELECT visitor.person, session.start
FROM json_each(?) AS wanted
  CROSS JOIN visitor ON visitor.person = wanted.value
  CROSS JOIN session ON session.site = visitor.site AND session.visitor = visitor.id
ORDER BY session.start;

-- :setAside
-- ?1 site, ?2–?3 time, ?4–?6 crowd, ?7–?9 place
SELECT place.stage, place.touchpoint, place.standing, record.level, count(*) AS n
FROM record INDEXED BY "record#aside"
  JOIN place ON place.id = record.place JOIN crowd ON crowd.id = record.crowd
WHERE record.site = ?1 AND record.at >= ?2 AND record.at < ?3 AND record.counts = 2
  AND (?4 IS NULL OR crowd.locale = ?4) AND (?5 IS NULL OR crowd.device = ?5)
  AND (?6 IS NULL OR ?6 IN (crowd.source, crowd.source_class))
  AND (?7 IS NULL OR place.standing = ?7)
  AND (?8 IS NULL OR place.stage = ?8)
  AND (?9 IS NULL OR place.touchpoint = ?9)
GROUP BY place.id, record.level;

-- :trails
-- Everything of the newest visitors in the period. ?1 site, ?2–?3 time, ?4–?6 crowd, ?7 standing, ?8 stage, ?9 visitors,
-- ?10 records of them together, ?11 records of one
SELECT newest.id AS visitor, record.seq, record.at, record.type, record.event, record.counts, record.level,
  CASE record.event WHEN 'dwell' THEN record.detail ->> '$.dwellMs' END AS dwellMs,
  place.stage, place.touchpoint, place.standing,
  record.at >= ?2 AND record.at < ?3
  AND (?4 IS NULL OR crowd.locale = ?4) AND (?5 IS NULL OR crowd.device = ?5)
  AND (?6 IS NULL OR ?6 IN (crowd.source, crowd.source_class))
  AND (?7 IS NULL OR place.standing = ?7)
  AND (?8 IS NULL OR place.stage = ?8) AS wanted
FROM (
    SELECT id FROM (
      SELECT id, sum(arrived) OVER (ORDER BY last DESC ROWS UNBOUNDED PRECEDING) AS records
      FROM (
        SELECT id, last, arrived FROM visitor INDEXED BY "visitor#site#last"
        WHERE site = ?1 AND last >= ?2 AND last < ?3 AND arrived <= ?11
        ORDER BY last DESC LIMIT ?9
      )
    )
    WHERE records <= ?10
  ) AS newest
  CROSS JOIN record INDEXED BY "record#visitor" ON record.visitor = newest.id
  JOIN place ON place.id = record.place JOIN crowd ON crowd.id = record.crowd
ORDER BY record.visitor, record.at, record.id;

-- :delivered
-- Of the newest visitors in the period: a share needs no more of them.
SELECT coalesce(sum(made), 0) AS made, coalesce(sum(min(arrived, made)), 0) AS arrived
FROM (
  SELECT made, arrived FROM visitor WHERE site = ? AND last >= ? AND last < ?
  ORDER BY last DESC LIMIT 20000
);

-- :losses
SELECT detail FROM record WHERE site = ? AND type = 'loss' AND at >= ? AND at < ?;

-- :voices
-- ?1 site, ?2–?3 time, ?4–?6 crowd, ?7–?9 place, ?10 levels as JSON, ?11 words (LIKE), ?12–?13 before, ?14 tag, ?15 limit
SELECT record.id, record.at, record.level, record.comment, record.page, record.detail,
  place.stage, place.touchpoint, place.standing, crowd.locale, crowd.device, crowd.source,
  (SELECT json_group_array(tag) FROM tag WHERE tag.site = record.site AND tag.record = record.id) AS tags
FROM record INDEXED BY "record#comments"
  JOIN place ON place.id = record.place JOIN crowd ON crowd.id = record.crowd
WHERE record.site = ?1 AND record.at >= ?2 AND record.at < ?3
  AND record.comment IS NOT NULL AND record.counts = 1
  AND (?4 IS NULL OR crowd.locale = ?4) AND (?5 IS NULL OR crowd.device = ?5) AND (?6 IS NULL OR ?6 IN (crowd.source, crowd.source_class))
  AND (?7 IS NULL OR place.standing = ?7)
  AND (?8 IS NULL OR place.stage = ?8)
  AND (?9 IS NULL OR place.touchpoint = ?9)
  AND (?10 IS NULL OR record.level IN (SELECT value FROM json_each(?10)))
  AND (?11 IS NULL OR record.comment LIKE ?11 ESCAPE '\')
  AND (?12 IS NULL OR (record.at, record.id) < (?12, ?13))
  AND (?14 IS NULL OR EXISTS (
    SELECT 1 FROM tag WHERE tag.site = record.site AND tag.record = record.id AND tag.tag = ?14))
ORDER BY record.at DESC, record.id DESC
LIMIT ?15;

-- :sites
SELECT name AS site, coalesce((SELECT max(at) FROM record WHERE record.site = site.id), 0) AS last
FROM site ORDER BY name;

-- :marks
SELECT id, at, kind, text FROM mark WHERE site = ? ORDER BY at, id;

-- :saveMark
REPLACE INTO mark (site, id, at, kind, text) VALUES (?, ?, ?, ?, ?);

-- :deleteMark
DELETE FROM mark WHERE site = ? AND id = ?;

-- :recordsOfType
-- ?1 site, ?2–?3 time, ?4–?6 crowd, ?7–?9 place, ?10 type, ?11–?12 after, ?13 limit, ?14 counts
SELECT record.id, record.at, record.type, visitor.person AS visitor, record.session, record.event, record.level,
  record.comment, record.outcome, record.page, record.detail,
  place.stage, place.touchpoint, place.standing, crowd.locale, crowd.device, crowd.source,
  (SELECT group_concat(tag, ' ') FROM tag WHERE tag.site = record.site AND tag.record = record.id) AS tags
FROM record INDEXED BY "record#site#at"
  JOIN place ON place.id = record.place JOIN crowd ON crowd.id = record.crowd
  LEFT JOIN visitor ON visitor.id = record.visitor
WHERE record.site = ?1 AND record.at >= ?2 AND record.at < ?3 AND record.type = ?10 AND record.counts = ?14
  AND (?4 IS NULL OR crowd.locale = ?4) AND (?5 IS NULL OR crowd.device = ?5) AND (?6 IS NULL OR ?6 IN (crowd.source, crowd.source_class))
  AND (?7 IS NULL OR place.standing = ?7)
  AND (?8 IS NULL OR place.stage = ?8)
  AND (?9 IS NULL OR place.touchpoint = ?9)
  AND (record.at, record.id) > (coalesce(?11, -1), coalesce(?12, x''))
ORDER BY record.at, record.id
LIMIT ?13;
