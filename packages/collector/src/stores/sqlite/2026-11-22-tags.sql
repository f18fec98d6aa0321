-- Words by which a team sorts what visitors wrote. They go with the comment they stand at.
CREATE TABLE tag (
  site INTEGER NOT NULL,
  record BLOB NOT NULL,
  tag TEXT NOT NULL,
  PRIMARY KEY (site, record, tag)
) WITHOUT ROWID;
CREATE INDEX "tag#site#tag" ON tag (site, tag);

CREATE TRIGGER "record#tags" AFTER DELETE ON record
BEGIN
  DELETE FROM tag WHERE site = old.site AND record = old.id;
END;
