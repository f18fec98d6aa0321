import type { Level } from './levels.js';
import type { Standing } from './journeys.js';
import type { AskForm, Intent, ScaleOrder } from './records.js';
import type { QuestionTexts, ReasonChip, Theme } from './settings.js';

/** Everything the widget needs to ask; plain values, since the two bundles share no code. */
export interface Question {
  /** The id that all records of this question carry. */
  ask: string;
  stage?: string;
  touchpoint?: string;
  standing: Standing;
  form: AskForm;
  order: ScaleOrder;
  /** BCP 47; the widget falls back to the nearest language it has. */
  locale: string;
  /** The site's own words, already chosen for the locale. */
  texts?: Partial<QuestionTexts>;
  reasons?: readonly ReasonChip[];
  /** Offer "just looking / comparing / ready" (prospects only). */
  intent?: boolean;
  /** False: no field for words. Default: there is one. */
  comments?: boolean;
  /** Offer to be contacted. */
  contact?: boolean;
  theme?: Theme;
  /** For `<style nonce>` where constructed style sheets are refused. */
  nonce?: string;
  /** Nothing is recorded: the labeller tries the question. */
  preview?: boolean;
}

/** What the visitor has said so far. */
export interface Answer {
  level: Level;
  comment?: string;
  reasons?: string[];
  intent?: Intent;
  contact?: string;
}

/**
 * Where an answer is now: `delivered` (the collector has it), `kept` (durable in this browser, sent later),
 * `memory` (only as long as this page lives: the browser refuses storage), `lost` (could not be kept at all).
 */
export type Kept = 'delivered' | 'kept' | 'memory' | 'lost';

/** How a question ended. `answered` also where a chosen face was kept without Send. */
export type AskEnd = 'answered' | 'dismissed' | 'snoozed' | 'ignored' | 'never';

/** What the widget tells the sdk; none of these throws or rejects. */
export interface QuestionListener {
  /** At least half of it was visible for a second. */
  seen(): void;
  /** A face was chosen or changed, or the answer grew; called at once, resolves when the answer is durable. */
  keep(answer: Answer): Promise<Kept>;
  /** Send was pressed: the answer is final. Resolves when durable. */
  send(answer: Answer): Promise<Kept>;
  /** The visitor takes the kept answer back. */
  takeBack(): Promise<void>;
  closed(how: AskEnd): void;
}

/** An open question. */
export interface OpenQuestion {
  close(): void;
  /** The page's language or theme changed while the question is open. */
  update(change: Partial<Pick<Question, 'locale' | 'texts' | 'theme'>>): void;
}
