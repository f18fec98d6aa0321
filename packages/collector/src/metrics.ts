/** What a collector counts of itself while it runs. */
export interface Counts {
  requests: Map<number, number>;
  accepted: number;
  duplicates: number;
  refused: number;
}

export const createCounts = (): Counts => ({
  requests: new Map(),
  accepted: 0,
  duplicates: 0,
  refused: 0,
});

/** As Prometheus reads it (text format 0.0.4). Names nobody and no site. */
export function metricsText(counts: Counts): string {
  const { requests, accepted, duplicates, refused } = counts;
  return [
    '# HELP wayfelt_records_total Records received since the start, by what became of them.',
    '# TYPE wayfelt_records_total counter',
    `wayfelt_records_total{fate="accepted"} ${accepted}`,
    `wayfelt_records_total{fate="duplicate"} ${duplicates}`,
    `wayfelt_records_total{fate="refused"} ${refused}`,
    '# HELP wayfelt_requests_total Answers since the start, by status.',
    '# TYPE wayfelt_requests_total counter',
    ...[...requests]
      .sort(([a], [b]) => a - b)
      .map(([status, n]) => `wayfelt_requests_total{status="${status}"} ${n}`),
    '# HELP process_resident_memory_bytes Resident memory size in bytes.',
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    '# HELP process_start_time_seconds Start time since 1970 in seconds.',
    '# TYPE process_start_time_seconds gauge',
    `process_start_time_seconds ${Math.round(Date.now() / 1000 - process.uptime())}`,
    '',
  ].join('\n');
}
