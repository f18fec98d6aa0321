import type { SiteSettings } from '../settings.js';
import { bank } from './bank.js';
import { carRental } from './car-rental.js';
import { restaurant } from './restaurant.js';
import { shop } from './shop.js';
import { software } from './software.js';
import type { Starter } from './starter.js';

export const STARTERS: readonly Starter[] = [shop, software, bank, restaurant, carRental];

/**
 * The settings with a starter's journey and steps. Touchpoints that a site has stay where the new journey knows
 * their stage; so do its rules. Everything else (asking, texts, theme, privacy) stays as it was.
 */
export const withStarter = (settings: SiteSettings, starter: Starter): SiteSettings => {
  const stages = new Set(starter.journey.stages.map(({ id }) => id));
  const own = settings.touchpoints.filter(({ stage }) => stages.has(stage));
  const ids = new Set(own.map(({ id }) => id));
  return {
    ...settings,
    journey: starter.journey,
    rules: settings.rules.filter(({ stage }) => stages.has(stage)),
    touchpoints: [...own, ...starter.touchpoints.filter(({ id }) => !ids.has(id))],
  };
};
