import { generalPattern } from './patterns.js';

/** What addresses are often called, and the stages that this most likely is: the first that the journey has. */
const SIGNS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/cart|basket|checkout|payment|order|booking|reserv|subscribe/, ['purchase', 'buy', 'booking']],
  [/track|deliver|shipping|shipment/, ['delivery']],
  [/install|assembl|set-?up|getting-started|onboard/, ['installation', 'onboarding', 'use']],
  [
    /help|support|faq|return|refund|repair|warranty|complain/,
    ['after-service', 'service', 'support'],
  ],
  [/cancel|unsubscribe|recycl|dispos|take-?back|goodbye/, ['disposal', 'leaving']],
  [/search|result|categor|collection|catalog/, ['search', 'information-gathering']],
  [
    /product|item|goods|compar|review|pricing|plans/,
    ['consideration', 'comparison', 'evaluation', 'decision-making'],
  ],
  [/account|profile|manual|my-/, ['use']],
  [/^\/(index\.\w+)?$|home|landing|campaign|blog|stor(y|ies)|news|about/, ['awareness']],
];

/** The stage that a page most likely is, by its address; undefined where that says nothing. A guess, to be looked at. */
export const likelyStage = (
  page: string,
  stages: readonly { id: string }[],
): string | undefined => {
  const path = generalPattern(page).toLowerCase();
  for (const [sign, likely] of SIGNS) {
    const stage = sign.test(path) && likely.find((id) => stages.some((one) => one.id === id));
    if (stage) return stage;
  }
  return undefined;
};
