import { LIMITS, type Device } from '@wayfelt/protocol';

/** Where a visit came from: the campaign's own name, else the host that linked here. */
export const sourceOf = ({ search, host }: Location, referrer: string): string => {
  const utm = (part: string) => new URLSearchParams(search).get(`utm_${part}`);
  const from = referrer.split('/')[2];
  if (utm('medium') === 'email') return 'email';
  return (utm('campaign') || utm('source') || (from !== host && from) || 'direct').slice(
    0,
    LIMITS.sourceLength,
  );
};

/** A coarse pointer is a finger; the shorter side of the screen tells a phone from a tablet. */
export const deviceOf = (): Device => {
  if (!matchMedia('(pointer:coarse)').matches) return 'desktop';
  return Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet';
};
