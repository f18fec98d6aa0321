import { LIMITS, type Device } from '@wayfelt/protocol';

/** Where a visit came from: the campaign's own name, else the host that linked here. */
export const sourceOf = ({ search, host }: Location, referrer: string): string => {
  const query = new URLSearchParams(search);
  const from = referrer.split('/')[2];
  const campaign = query.get('utm_campaign') || query.get('utm_source');
  return (campaign || (from !== host && from) || 'direct').slice(0, LIMITS.sourceLength);
};

/** A coarse pointer is a finger; no phone is so wide as a tablet is narrow. */
export const deviceOf = (): Device => {
  if (!matchMedia('(pointer:coarse)').matches) return 'desktop';
  return screen.width < 600 ? 'phone' : 'tablet';
};
