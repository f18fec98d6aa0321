/** Answers for the dashboard's tests: known ones, the same every time. */
import type { Device, RatingRecord, Standing, WayfeltRecord } from '@wayfelt/protocol';

const HOUR_MS = 3_600_000;

/** Per stage: how many answers at each level, worst first. `disposal` has too few to be shown. */
const SAID: [stage: string, touchpoint: string, standing: Standing, levels: number[]][] = [
  ['awareness', 'awareness/landing', 'prospect', [1, 2, 4, 6, 9, 8, 5, 2]],
  ['search', 'search/results', 'prospect', [4, 7, 8, 6, 5, 3, 2, 1]],
  ['search', 'search/results/filter', 'prospect', [6, 7, 6, 3, 2, 1, 0, 0]],
  ['search', 'search/results', 'customer', [0, 1, 2, 4, 9, 12, 8, 3]],
  ['consideration', 'consideration/reviews', 'prospect', [1, 1, 3, 5, 8, 7, 4, 2]],
  ['delivery', 'delivery/tracking', 'customer', [2, 3, 4, 5, 6, 6, 3, 1]],
  ['use', 'use/daily', 'customer', [0, 1, 1, 3, 8, 12, 10, 5]],
  ['disposal', 'disposal/recycling', 'prospect', [0, 1, 0, 1, 1, 0, 0, 0]],
];
const DEVICES: Device[] = ['phone', 'phone', 'desktop', 'tablet'];
const COMMENTS = ['The filter forgot my room.', '배송 조회가 하루 종일 그대로예요.', 'Lovely.'];

const idOf = (n: number): string => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** A visit, a seen question and a rating for each answer, one an hour back from `now`. */
export const answersOf = (now: number): WayfeltRecord[] => {
  const records: WayfeltRecord[] = [];
  let n = 0;
  for (const [stage, touchpoint, standing, levels] of SAID)
    for (const [index, count] of levels.entries())
      for (let i = 0; i < count; i++) {
        n += 1;
        const shared = {
          at: now - n * HOUR_MS,
          visitor: `visitor-${n}`,
          session: `session-${n}`,
          standing,
          stage,
          touchpoint,
          device: DEVICES[n % DEVICES.length] as Device,
          locale: n % 2 ? 'ko' : 'en',
          source: n % 3 ? 'search' : 'direct',
        };
        const { touchpoint: _place, ...entered } = shared;
        const rating: RatingRecord = {
          ...shared,
          id: idOf(n * 10),
          type: 'rating',
          level: (index + 1) as RatingRecord['level'],
          ...(n % 3 === 0 ? { reasons: n % 2 ? ['slow'] : ['slow', 'unclear'] } : {}),
          ...(n % 4 === 0 ? { comment: COMMENTS[n % COMMENTS.length] as string } : {}),
        };
        records.push(
          { ...entered, id: idOf(n * 10 + 1), type: 'visit' },
          { ...shared, id: idOf(n * 10 + 2), type: 'visit', event: 'touchpoint' },
          { ...shared, id: idOf(n * 10 + 3), type: 'ask', event: 'seen', ask: `ask-${n}` },
          { ...shared, id: idOf(n * 10 + 4), type: 'ask', event: 'answered', ask: `ask-${n}` },
          rating,
        );
      }
  return records;
};

const AT_ONCE = 100;

/** Sends them as the script would; throws where one is refused. */
export const sendRecords = async (
  origin: string,
  site: string,
  records: readonly object[],
): Promise<void> => {
  for (let start = 0; start < records.length; start += AT_ONCE) {
    const answer = await fetch(`${origin}/v1/records`, {
      method: 'POST',
      body: JSON.stringify({
        site,
        sdk: '1.0.0',
        sentAt: Date.now(),
        records: records.slice(start, start + AT_ONCE),
      }),
    });
    const receipt = (await answer.json()) as { rejected?: unknown[] };
    if (!answer.ok || receipt.rejected?.length !== 0)
      throw new Error(`refused: ${JSON.stringify(receipt)}`);
  }
};
