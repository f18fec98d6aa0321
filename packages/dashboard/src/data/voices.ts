/** One comment as the collector gives it; no identity. */
export interface Voice {
  id: string;
  at: number;
  level: number;
  comment: string;
  stage: string;
  touchpoint: string;
  standing: string;
  locale?: string;
  device?: string;
  source?: string;
  page?: string;
  reasons?: string[];
  intent?: string;
  tags?: string[];
}

/** One thing that the writer of a comment did or said. */
export interface PathStep {
  id: string;
  at: number;
  type: 'visit' | 'rating' | 'outcome' | 'ask';
  /** Which of this person's visits, from 1. */
  visit: number;
  stage?: string;
  touchpoint?: string;
  event?: string;
  level?: number;
  comment?: string;
  outcome?: string;
}

/** A page of comments, newest first. `next` goes into `before` for the page after. */
export interface Voices {
  comments: Voice[];
  next?: string;
}
