/** Outcomes that say someone stays and gives more. A site's own names count as neither. */
const GROWING: readonly string[] = ['purchase', 'repurchase', 'recommend', 'spend-more'];

/** Outcomes that say someone goes, or gives less. */
const LEAVING: readonly string[] = ['spend-less', 'cancel', 'leave', 'buy-elsewhere'];

export const isGrowing = (outcome: string): boolean => GROWING.includes(outcome);
export const isLeaving = (outcome: string): boolean => LEAVING.includes(outcome);
