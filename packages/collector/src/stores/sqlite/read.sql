-- :talliesByPlace
-- ?1 site, ?2 cut, ?3–?4 starts, ?5 whether the crowd is filtered (by ?6 locale, ?7 device, ?8 source),
-- ?9 standing, ?10 stage, ?11 touchpoint; NULL filters nothing.
SELECT place.stage, place.touchpoint, place.standing, 0 AS day, cells.*
FROM (
  SELECT place AS id,
    sum(l1) AS l1, sum(l2) AS l2, sum(l3) AS l3, sum(l4) AS l4,
    sum(l5) AS l5, sum(l6) AS l6, sum(l7) AS l7, sum(l8) AS l8,
    sum(met) AS met, sum(eligible) AS eligible, sum(shown) AS shown, sum(seen) AS seen,
    sum(answered) AS answered, sum(dismissed) AS dismissed, sum(snoozed) AS snoozed,
    sum(ignored) AS ignored, sum(never) AS never, sum(dwells) AS dwells, sum(dwell_ms) AS dwell_ms
  FROM tally
  WHERE site = ?1 AND cut = ?2 AND start >= ?3 AND start < ?4
    AND (?5 = 0 OR crowd IN (
      SELECT id FROM crowd
      WHERE (?6 IS NULL OR locale = ?6) AND (?7 IS NULL OR device = ?7) AND (?8 IS NULL OR source = ?8)
    ))
  GROUP BY place
) AS cells JOIN place USING (id)
WHERE (?9 IS NULL OR place.standing = ?9)
  AND (?10 IS NULL OR place.stage = ?10)
  AND (?11 IS NULL OR place.touchpoint = ?11);

-- :talliesByDay
-- The same parameters; `start` is divided by ?12 to make days of hours.
SELECT '' AS stage, '' AS touchpoint, place.standing, tally.start / ?12 AS day,
  sum(l1) AS l1, sum(l2) AS l2, sum(l3) AS l3, sum(l4) AS l4,
  sum(l5) AS l5, sum(l6) AS l6, sum(l7) AS l7, sum(l8) AS l8,
  sum(met) AS met, sum(eligible) AS eligible, sum(shown) AS shown, sum(seen) AS seen,
  sum(answered) AS answered, sum(dismissed) AS dismissed, sum(snoozed) AS snoozed,
  sum(ignored) AS ignored, sum(never) AS never, sum(dwells) AS dwells, sum(dwell_ms) AS dwell_ms
FROM tally JOIN place ON place.id = tally.place
WHERE tally.site = ?1 AND tally.cut = ?2 AND tally.start >= ?3 AND tally.start < ?4
  AND (?5 = 0 OR tally.crowd IN (
    SELECT id FROM crowd
    WHERE (?6 IS NULL OR locale = ?6) AND (?7 IS NULL OR device = ?7) AND (?8 IS NULL OR source = ?8)
  ))
  AND (?9 IS NULL OR place.standing = ?9)
  AND (?10 IS NULL OR place.stage = ?10)
  AND (?11 IS NULL OR place.touchpoint = ?11)
GROUP BY tally.start / ?12, place.standing;

-- :recordsByPlace
-- What the tables of counts do not hold: parts of an hour, or of a day where the crowd is filtered.
SELECT place.stage, place.touchpoint, place.standing, record.at / 86400000 AS day,
  record.type, record.event, record.level, count(*) AS n,
  sum(CASE record.event WHEN 'dwell' THEN json_extract(record.detail, '$.dwellMs') END) AS dwellMs
FROM record JOIN place ON place.id = record.place JOIN crowd ON crowd.id = record.crowd
WHERE record.site = ?1 AND record.at >= ?2 AND record.at < ?3 AND record.counts = 1
  AND (?4 IS NULL OR crowd.locale = ?4) AND (?5 IS NULL OR crowd.device = ?5) AND (?6 IS NULL OR crowd.source = ?6)
  AND (?7 IS NULL OR place.standing = ?7)
  AND (?8 IS NULL OR place.stage = ?8)
  AND (?9 IS NULL OR place.touchpoint = ?9)
GROUP BY place.id, record.at / 86400000, record.type, record.event, record.level;

-- :delivered
SELECT coalesce(sum(made), 0) AS made, coalesce(sum(min(arrived, made)), 0) AS arrived
FROM visitor WHERE site = ? AND last >= ? AND last < ?;

-- :losses
SELECT detail FROM record WHERE site = ? AND type = 'loss' AND at >= ? AND at < ?;

-- :voices
-- ?1 site, ?2–?3 time, ?4–?6 crowd, ?7–?9 place, ?10 levels as JSON, ?11 words (LIKE), ?12–?13 before, ?14 limit
SELECT record.id, record.at, record.level, record.comment, record.page, record.detail,
  place.stage, place.touchpoint, place.standing, crowd.locale, crowd.device, crowd.source
FROM record INDEXED BY "record#comments"
  JOIN place ON place.id = record.place JOIN crowd ON crowd.id = record.crowd
WHERE record.site = ?1 AND record.at >= ?2 AND record.at < ?3
  AND record.comment IS NOT NULL AND record.counts = 1
  AND (?4 IS NULL OR crowd.locale = ?4) AND (?5 IS NULL OR crowd.device = ?5) AND (?6 IS NULL OR crowd.source = ?6)
  AND (?7 IS NULL OR place.standing = ?7)
  AND (?8 IS NULL OR place.stage = ?8)
  AND (?9 IS NULL OR place.touchpoint = ?9)
  AND (?10 IS NULL OR record.level IN (SELECT value FROM json_each(?10)))
  AND (?11 IS NULL OR record.comment LIKE ?11 ESCAPE '\')
  AND (?12 IS NULL OR (record.at, record.id) < (?12, ?13))
ORDER BY record.at DESC, record.id DESC
LIMIT ?14;

-- :sites
SELECT site.name AS site, coalesce(max(visitor.last), 0) AS last
FROM site LEFT JOIN visitor ON visitor.site = site.id
GROUP BY site.id ORDER BY site.name;

-- :marks
SELECT id, at, kind, text FROM mark WHERE site = ? ORDER BY at, id;

-- :saveMark
REPLACE INTO mark (site, id, at, kind, text) VALUES (?, ?, ?, ?, ?);

-- :deleteMark
DELETE FROM mark WHERE site = ? AND id = ?;
