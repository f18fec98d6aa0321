/** Parts of the visitors, of which a report on very many answers reads only some. */
export const BUCKETS = 4096;

/** All ratings of a visitor are in one. */
export const bucketOf = (visitor: number): number => visitor % BUCKETS;
