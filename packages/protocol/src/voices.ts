/** One comment, with what is known around it; no identity. */
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
  /** What the team sorted it under. */
  tags?: string[];
}

/** One thing that the writer of a comment did or said; times and places, no identity. */
export interface PathStep {
  id: string;
  at: number;
  type: 'visit' | 'rating' | 'outcome' | 'ask';
  /** Which of this person's visits it belongs to, from 1. */
  visit: number;
  standing: string;
  stage?: string;
  touchpoint?: string;
  event?: string;
  level?: number;
  comment?: string;
  outcome?: string;
}

/** A page of comments, newest first, as `GET /v1/comments` answers. `next` goes into `before` for the page after. */
export interface Voices {
  comments: Voice[];
  next?: string;
}
