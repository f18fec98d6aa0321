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
}

/** A page of comments, newest first. `next` goes into `before` for the page after. */
export interface Voices {
  comments: Voice[];
  next?: string;
}
