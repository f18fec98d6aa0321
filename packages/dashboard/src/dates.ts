import type { DashboardLanguage } from '@wayfelt/protocol';

/**
 * Dates of this browser's calendar and clock, written as CLDR has them for en-GB and ko-KR. By hand, since the browser's
 * own way takes a tenth of a second to begin with on a slow machine: as long as drawing the whole Journey.
 */
export interface Dates {
  /** 1 March 2026. */
  day(at: number): string;
  /** 1 Mar. */
  shortDay(at: number): string;
  /** 1 Mar, 14:05. */
  moment(at: number): string;
  /** 3 minutes ago. */
  ago(at: number, now: number): string;
}

const MONTHS = [
  ['January', 'Jan'],
  ['February', 'Feb'],
  ['March', 'Mar'],
  ['April', 'Apr'],
  ['May', 'May'],
  ['June', 'Jun'],
  ['July', 'Jul'],
  ['August', 'Aug'],
  ['September', 'Sept'],
  ['October', 'Oct'],
  ['November', 'Nov'],
  ['December', 'Dec'],
] as const;

interface Parts {
  year: number;
  /** 0 to 11. */
  month: number;
  day: number;
  hour: number;
  /** Two digits. */
  minute: string;
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');

const partsOf = (at: number): Parts => {
  const date = new Date(at);
  return {
    year: date.getFullYear(),
    month: date.getMonth(),
    day: date.getDate(),
    hour: date.getHours(),
    minute: twoDigits(date.getMinutes()),
  };
};

const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;
type Step = (typeof STEPS)[number][0];

const ENGLISH = {
  day: ({ year, month, day }: Parts) => `${day} ${MONTHS[month]?.[0]} ${year}`,
  shortDay: ({ month, day }: Parts) => `${day} ${MONTHS[month]?.[1]}`,
  time: ({ hour, minute }: Parts) => `, ${twoDigits(hour)}:${minute}`,
  now: 'now',
  before: (n: number, step: Step) => {
    if (step === 'day' && n === 1) return 'yesterday';
    return `${n} ${step}${n === 1 ? '' : 's'} ago`;
  },
};

const KOREAN: typeof ENGLISH = {
  day: (parts) => `${parts.year}년 ${KOREAN.shortDay(parts)}`,
  shortDay: ({ month, day }) => `${month + 1}월 ${day}일`,
  time: ({ hour, minute }) => ` ${hour < 12 ? '오전' : '오후'} ${hour % 12 || 12}:${minute}`,
  now: '지금',
  before: (n, step) => {
    if (step === 'day' && n <= 2) return n === 1 ? '어제' : '그저께';
    return `${n}${{ day: '일', hour: '시간', minute: '분' }[step]} 전`;
  },
};

export const createDates = (language: DashboardLanguage): Dates => {
  const { day, shortDay, time, now: justNow, before } = language === 'ko' ? KOREAN : ENGLISH;
  return {
    day: (at) => day(partsOf(at)),
    shortDay: (at) => shortDay(partsOf(at)),
    moment: (at) => shortDay(partsOf(at)) + time(partsOf(at)),
    ago: (at, now) => {
      const [step, size] = STEPS.find(([, ms]) => now - at >= ms) ?? [];
      return step ? before(Math.floor((now - at) / size), step) : justNow;
    },
  };
};
