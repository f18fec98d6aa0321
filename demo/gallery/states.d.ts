export type Form = 'card' | 'sheet' | 'inline' | 'tab' | 'page';
export const FORMS: readonly Form[];
export const STATES: readonly string[];
export const MODES: readonly ('light' | 'dark')[];
export const LANGS: readonly string[];
export const SIZES: Readonly<Record<Form, readonly [width: number, height: number]>>;
export function shows(form: Form, state: string): boolean;
