-- What kind of source a crowd came from, told from its name by source-class.ts; filled whenever the store is opened.
ALTER TABLE crowd ADD COLUMN source_class TEXT NOT NULL DEFAULT '';

-- Answers that came faster than a person gives them (record.counts is 2): kept, and in no figure.
CREATE INDEX "record#aside" ON record (site, at) WHERE counts = 2;
CREATE INDEX "record#aside#visitor" ON record (visitor, at) WHERE counts = 2;
