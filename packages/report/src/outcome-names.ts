import { GROWING_OUTCOMES, LEAVING_OUTCOMES } from '@wayfelt/protocol';

export const isGrowing = (outcome: string): boolean => GROWING_OUTCOMES.includes(outcome);
export const isLeaving = (outcome: string): boolean => LEAVING_OUTCOMES.includes(outcome);
