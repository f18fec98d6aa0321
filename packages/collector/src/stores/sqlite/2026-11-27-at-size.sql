-- Of one place, or of one device, language or source, answers are found without reading those of all others.
DROP INDEX "record#ratings";
CREATE INDEX "record#ratings" ON record (site, bucket, at, place, crowd) WHERE type = 'rating' AND counts = 1;
CREATE INDEX "record#answers" ON record (place, bucket, at, crowd) WHERE type = 'rating' AND counts = 1;

-- Stages by hour for each crowd (cut 7), so that the edges of a day elsewhere than in UTC are not read record by record.
INSERT INTO tally (
  site, cut, place, crowd, start, l1, l2, l3, l4, l5, l6, l7, l8,
  met, eligible, shown, seen, answered, dismissed, snoozed, ignored, never, dwells, dwell_ms
)
SELECT record.site, 7, stage.id, record.crowd, record.at / 3600000 AS hour,
  coalesce(sum(record.level = 1), 0), coalesce(sum(record.level = 2), 0), coalesce(sum(record.level = 3), 0),
  coalesce(sum(record.level = 4), 0), coalesce(sum(record.level = 5), 0), coalesce(sum(record.level = 6), 0),
  coalesce(sum(record.level = 7), 0), coalesce(sum(record.level = 8), 0),
  sum(record.type = 'visit' AND coalesce(record.event, '') <> 'dwell'),
  sum(record.type = 'ask' AND record.event = 'eligible'), sum(record.type = 'ask' AND record.event = 'shown'),
  sum(record.type = 'ask' AND record.event = 'seen'), sum(record.type = 'ask' AND record.event = 'answered'),
  sum(record.type = 'ask' AND record.event = 'dismissed'), sum(record.type = 'ask' AND record.event = 'snoozed'),
  sum(record.type = 'ask' AND record.event = 'ignored'), sum(record.type = 'ask' AND record.event = 'never'),
  sum(record.type = 'visit' AND coalesce(record.event, '') = 'dwell'),
  coalesce(sum(CASE record.event WHEN 'dwell' THEN record.detail ->> '$.dwellMs' END), 0)
FROM record
  JOIN place ON place.id = record.place
  JOIN place AS stage ON stage.site = place.site AND stage.stage = place.stage AND stage.touchpoint = ''
    AND stage.standing = place.standing
WHERE record.counts = 1
  AND (record.type IN ('rating', 'ask')
    OR record.type = 'visit' AND coalesce(record.event, iif(place.touchpoint = '', 'stage', 'touchpoint')) <> 'touchpoint')
GROUP BY record.site, stage.id, record.crowd, hour;
