-- Find contacts and visits that are too old without reading all of them.
CREATE INDEX "record#contacts" ON record (site, at)
WHERE type = 'rating' AND detail ->> '$.contact' IS NOT NULL;
CREATE INDEX "session#site#start" ON session (site, start);
