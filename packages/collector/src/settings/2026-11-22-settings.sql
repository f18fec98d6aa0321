-- What a site's team has set. A version is never changed; what is live is the newest row of `settings_publishing`.
-- Times are epoch milliseconds.

CREATE TABLE settings_version (
  site TEXT NOT NULL,
  -- 1, 2, 3 … per site. 0, the defaults, is not stored.
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  note TEXT NOT NULL,
  settings TEXT NOT NULL,
  PRIMARY KEY (site, version)
) WITHOUT ROWID;

CREATE TABLE settings_publishing (
  id INTEGER PRIMARY KEY,
  site TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  author TEXT NOT NULL
);
CREATE INDEX "settings_publishing#site" ON settings_publishing (site, id);

-- Signs label tokens; made once with the database, so that every collector on it accepts the same tokens.
CREATE TABLE settings_secret (secret TEXT NOT NULL);
INSERT INTO settings_secret (secret) VALUES (lower(hex(randomblob(32))));
