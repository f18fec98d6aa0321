import type { Report } from '@wayfelt/report';
import type { JSX } from 'preact';

/** Week by week; drawn once the report counts periods. */
export const TrendPanel = (_: { report: Report }): JSX.Element | null => null;
