-- What is older than a site keeps it. Each statement takes a limited number of rows, oldest first.

-- :emptyComments
UPDATE record SET comment = NULL
WHERE (site, id) IN (
  SELECT site, id FROM record INDEXED BY "record#comments"
  WHERE site = ? AND at < ? AND comment IS NOT NULL AND counts = 1
  ORDER BY at LIMIT ?
);

-- :emptyContacts
UPDATE record SET detail = json_remove(detail, '$.contact')
WHERE (site, id) IN (
  SELECT site, id FROM record INDEXED BY "record#contacts"
  WHERE site = ? AND at < ? AND type = 'rating' AND detail ->> '$.contact' IS NOT NULL
  ORDER BY at LIMIT ?
);

-- :deleteRecords
DELETE FROM record
WHERE (site, id) IN (
  SELECT site, id FROM record INDEXED BY "record#site#at" WHERE site = ? AND at < ? ORDER BY at LIMIT ?
);

-- :deleteVisitors
-- Their last record is gone; a later revision may have moved one.
DELETE FROM visitor
WHERE id IN (
  SELECT id FROM visitor INDEXED BY "visitor#site#last"
  WHERE site = ? AND last < ? AND NOT EXISTS (SELECT 1 FROM record WHERE record.visitor = visitor.id)
  ORDER BY last LIMIT ?
)
RETURNING id;

-- :deleteSessions
DELETE FROM session
WHERE id IN (
  SELECT id FROM session INDEXED BY "session#site#start" WHERE site = ? AND start < ? ORDER BY start LIMIT ?
);

-- :deleteSessionsOf
DELETE FROM session WHERE site = ? AND visitor = ?;

-- :deleteHandoversOf
DELETE FROM handover WHERE visitor = ?;

-- :deleteHandoverUsesOf
DELETE FROM handover_use WHERE visitor = ?;

-- :deleteMoved
-- What records said before corrected rules were applied to them, where those records are gone.
DELETE FROM settings_past_record
WHERE (past, id) IN (
  SELECT moved.past, moved.id
  FROM settings_past AS past JOIN settings_past_record AS moved ON moved.past = past.id
  WHERE past.site = ? AND past.at < ? LIMIT ?
);
