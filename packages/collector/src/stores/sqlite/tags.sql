-- :commentOf
SELECT visitor FROM record
WHERE site = ? AND id = ? AND type = 'rating' AND comment IS NOT NULL AND counts = 1;

-- :pathOf
-- ?1 site, ?2 the comment's id, ?3 limit. Who it was joins the rows and is not among them.
SELECT record.id, record.at, record.type, record.event, record.level, record.comment, record.outcome, record.session,
  place.stage, place.touchpoint, place.standing
FROM record AS own
  JOIN visitor AS writer ON writer.id = own.visitor
  CROSS JOIN visitor ON visitor.person = writer.person
  CROSS JOIN record ON record.visitor = visitor.id
  CROSS JOIN place ON place.id = record.place
WHERE own.site = ?1 AND own.id = ?2 AND record.counts = 1
  AND (record.type IN ('rating', 'outcome')
    OR record.type = 'visit' AND coalesce(record.event, '') <> 'dwell'
    OR record.type = 'ask' AND record.event IN ('dismissed', 'snoozed', 'never'))
ORDER BY record.at, record.id
LIMIT ?3;

-- :removeTags
DELETE FROM tag WHERE site = ? AND record = ?;

-- :addTag
INSERT INTO tag (site, record, tag) VALUES (?, ?, ?) ON CONFLICT DO NOTHING;

-- :tags
SELECT tag, count(*) AS n FROM tag WHERE site = ? GROUP BY tag ORDER BY n DESC, tag LIMIT 200;
