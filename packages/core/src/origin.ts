import { LIMITS, type Device } from '@wayfelt/protocol';

const SEARCH = /google|bing|yahoo|naver|daum|duckduckgo|baidu|yandex|ecosia/;
const SOCIAL = /facebook|instagram|twitter|^t\.co|linkedin|youtube|tiktok|reddit|kakao|pinterest/;

/** Where a visit came from: the campaign's own name, or the kind of page that linked here. */
export const sourceOf = ({ document, location }: Window): string => {
  const query = new URLSearchParams(location.search);
  const campaign = query.get('utm_campaign') || query.get('utm_source');
  if (query.get('utm_medium') === 'email') return 'email';
  if (campaign) return campaign.slice(0, LIMITS.sourceLength);
  const from = /^\w+:\/\/([^/:]+)/.exec(document.referrer)?.[1];
  if (!from || from === location.hostname) return 'direct';
  if (SEARCH.test(from)) return 'search';
  return SOCIAL.test(from) ? 'social' : 'referral';
};

/** A coarse pointer is a finger; the shorter side of the screen tells a phone from a tablet. */
export const deviceOf = ({ matchMedia, screen }: Window): Device => {
  if (!matchMedia('(pointer:coarse)').matches) return 'desktop';
  return Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet';
};
