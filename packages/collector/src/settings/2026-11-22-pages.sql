-- Which pages were visited in which stage, per UTC day, kept by triggers so that it follows every record that comes,
-- goes or is moved. `also` holds the other stages whose rules matched, as JSON; '' where none did.
CREATE TABLE page_day (
  site INTEGER NOT NULL,
  day INTEGER NOT NULL,
  page TEXT NOT NULL,
  place INTEGER NOT NULL,
  also TEXT NOT NULL,
  visits INTEGER NOT NULL,
  PRIMARY KEY (site, day, page, place, also)
) WITHOUT ROWID;

CREATE TRIGGER page_day_come AFTER INSERT ON record
WHEN NEW.type = 'visit' AND NEW.event = 'stage' AND NEW.page IS NOT NULL BEGIN
  INSERT INTO page_day (site, day, page, place, also, visits)
  VALUES (NEW.site, NEW.at / 86400000, NEW.page, NEW.place, coalesce(NEW.detail ->> '$.alsoStages', ''), 1)
  ON CONFLICT DO UPDATE SET visits = visits + 1;
END;

CREATE TRIGGER page_day_go AFTER DELETE ON record
WHEN OLD.type = 'visit' AND OLD.event = 'stage' AND OLD.page IS NOT NULL BEGIN
  UPDATE page_day SET visits = visits - 1
  WHERE site = OLD.site AND day = OLD.at / 86400000 AND page = OLD.page AND place = OLD.place
    AND also = coalesce(OLD.detail ->> '$.alsoStages', '');
  DELETE FROM page_day
  WHERE site = OLD.site AND day = OLD.at / 86400000 AND page = OLD.page AND place = OLD.place AND visits <= 0;
END;

CREATE TRIGGER page_day_move AFTER UPDATE OF place ON record
WHEN NEW.type = 'visit' AND NEW.event = 'stage' AND NEW.page IS NOT NULL AND NEW.place <> OLD.place BEGIN
  UPDATE page_day SET visits = visits - 1
  WHERE site = OLD.site AND day = OLD.at / 86400000 AND page = OLD.page AND place = OLD.place
    AND also = coalesce(OLD.detail ->> '$.alsoStages', '');
  DELETE FROM page_day
  WHERE site = OLD.site AND day = OLD.at / 86400000 AND page = OLD.page AND place = OLD.place AND visits <= 0;
  INSERT INTO page_day (site, day, page, place, also, visits)
  VALUES (NEW.site, NEW.at / 86400000, NEW.page, NEW.place, coalesce(NEW.detail ->> '$.alsoStages', ''), 1)
  ON CONFLICT DO UPDATE SET visits = visits + 1;
END;

-- Corrected rules that were applied to records of the past, and what those records said before.
CREATE TABLE settings_past (
  id INTEGER PRIMARY KEY,
  site TEXT NOT NULL,
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  version INTEGER NOT NULL,
  -- How many records and ratings, and which pages moved from where to where, as JSON.
  summary TEXT NOT NULL,
  undone_at INTEGER,
  undone_by TEXT
);
CREATE INDEX "settings_past#site" ON settings_past (site, id);

CREATE TABLE settings_past_record (
  past INTEGER NOT NULL REFERENCES settings_past (id),
  site INTEGER NOT NULL,
  id BLOB NOT NULL,
  stage TEXT NOT NULL,
  -- Which source had named the stage; NULL where none had.
  source TEXT,
  PRIMARY KEY (past, id)
) WITHOUT ROWID;
