import type { PageVisits } from '@wayfelt/protocol/settings-check';
import type { Database } from '../stores/sqlite/database.js';

/** More different pages than anybody reads; those with the most visits come first. */
const PAGES = 20_000;

const VISITED = `
SELECT page_day.page, place.stage, page_day.also, sum(page_day.visits) AS visits
FROM page_day JOIN place ON place.id = page_day.place
WHERE page_day.site = (SELECT id FROM site WHERE name = ?) AND page_day.day >= ?
GROUP BY page_day.page, place.stage, page_day.also
ORDER BY visits DESC, page_day.page
LIMIT ${PAGES}`;

/** Pages by visits since a UTC day (its number since 1970). */
export function readPages(db: Database): (site: string, sinceDay: number) => PageVisits[] {
  const visited = db.prepare(VISITED);
  return (site, sinceDay) =>
    (visited.all(site, sinceDay) as (Omit<PageVisits, 'also'> & { also: string })[]).map((row) => ({
      ...row,
      also: row.also === '' ? [] : (JSON.parse(row.also) as string[]),
    }));
}
