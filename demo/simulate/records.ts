import type {
  AskEvent,
  Intent,
  Level,
  RecordBase,
  Standing,
  WayfeltRecord,
} from '@wayfelt/protocol';
import { commentFor } from './comments.js';
import { mulberry32, fmix32, type Random } from './random.js';
import type { Plan } from './plan.js';
import type { Meeting, Sink, Traits } from './visitor.js';

/** Ids and texts come from a stream of their own, so that they change nothing about what happens. */
const wordsStream = (seed: number, visitor: number): Random =>
  mulberry32(fmix32(seed ^ 0x5bd1e995) ^ fmix32(visitor));

const hex = (random: Random, digits: number): string => {
  let text = '';
  while (text.length < digits) text += Math.floor(random() * 16).toString(16);
  return text;
};

/** A UUIDv7 of that millisecond, from the given draws. */
export function uuidAt(at: number, random: Random): string {
  const time = at.toString(16).padStart(12, '0');
  const variant = (8 + Math.floor(random() * 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(random, 3)}-${variant}${hex(random, 3)}-${hex(random, 12)}`;
}

/** Turns what happens to one visitor into the records that a page would have sent, in order of time. */
export interface Recorder extends Sink {
  records(): WayfeltRecord[];
}

const ENDINGS: readonly AskEvent[] = ['dismissed', 'ignored', 'snoozed', 'never'];

export function createRecorder({ options }: Plan): Recorder {
  let random: Random = () => 0;
  let common: Omit<RecordBase, 'id' | 'at' | 'standing'> = {};
  let traits: Traits | undefined;
  let made: WayfeltRecord[] = [];

  const base = (at: number, standing: Standing): RecordBase => ({
    id: uuidAt(at, random),
    at,
    ...common,
    standing,
  });

  const place = ({ touchpoint, at, standing }: Meeting): RecordBase => ({
    ...base(at, standing),
    stage: touchpoint.stage,
    stageFrom: 'rule',
    touchpoint: touchpoint.id,
    page: `/${touchpoint.stage}`,
  });

  const askEvents = (meeting: Meeting, ask: string): void => {
    const add = (event: AskEvent, laterMs: number): void => {
      const at = meeting.at + laterMs;
      const { id: _id, ...rest } = place({ ...meeting, at });
      made.push({
        type: 'ask',
        id: uuidAt(at, random),
        ...rest,
        event,
        ask,
        form: 'card',
        probability: meeting.touchpoint.asked,
      });
    };
    add('eligible', 1_000);
    add('shown', 5_000);
    if (meeting.question === 'shown') return add('ignored', 15_000);
    add('seen', 6_500);
    if (meeting.question === 'answered') return add('answered', 12_000);
    add(endingOf(meeting.ending), 12_000);
  };

  const rate = (meeting: Meeting, ask: string): void => {
    const { claimed, at } = meeting;
    const [comments, text, personal, tells] = [random(), random(), random(), random()];
    const intent =
      meeting.touchpoint.stage === 'consideration' && tells < 0.7 ? intentOf(traits) : undefined;
    const locale = traits?.locale ?? 'en';
    made.push({
      type: 'rating',
      ...place({ ...meeting, at: at + 11_000 }),
      level: claimed as Level,
      ask,
      form: 'card',
      order: 'worst-first',
      probability: meeting.touchpoint.asked,
      ...(intent && meeting.standing === 'prospect' ? { intent } : {}),
      ...(comments < 0.15
        ? { comment: commentFor(claimed, locale, { at: text, privately: personal < 0.03 }) }
        : {}),
    });
  };

  return {
    visitor(next) {
      traits = next;
      random = wordsStream(options.seed, next.visitor);
      made = [];
      common = {
        visitor: uuidAt(options.until, random),
        locale: next.locale,
        device: next.device,
        source: next.source,
      };
    },
    stage(stage, standing, at, dwellMs) {
      common = { ...common, session: uuidAt(at, random) };
      const seen = { stage, stageFrom: 'rule' as const, page: `/${stage}` };
      made.push({ type: 'visit', ...base(at, standing), ...seen, event: 'stage' });
      made.push({
        type: 'visit',
        ...base(at + dwellMs, standing),
        ...seen,
        event: 'dwell',
        dwellMs,
      });
    },
    meeting(meeting) {
      made.push({ type: 'visit', ...place(meeting), event: 'touchpoint' });
      if (meeting.question === 'not-asked') return;
      const ask = uuidAt(meeting.at, random);
      if (meeting.question === 'answered') rate(meeting, ask);
      askEvents(meeting, ask);
    },
    outcome(outcome, standing, at) {
      const value =
        outcome === 'purchase' || outcome === 'repurchase'
          ? { value: 39_000, currency: 'KRW' }
          : {};
      made.push({ type: 'outcome', ...base(at, standing), outcome, ...value });
    },
    records: () =>
      made
        .filter(({ at }) => at < options.until)
        .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
        .map((record, index) => ({ ...record, seq: index + 1 })),
  };
}

function endingOf(at: number): AskEvent {
  const thresholds = [0.5, 0.85, 0.97];
  return ENDINGS[thresholds.filter((threshold) => at >= threshold).length] ?? 'ignored';
}

/** What a prospect says in one tap: a rough, honest thermometer of the wish. */
function intentOf(traits: Traits | undefined): Intent {
  const wish = traits?.wish ?? 0;
  if (wish < -0.43) return 'looking';
  return wish < 0.43 ? 'comparing' : 'ready';
}
