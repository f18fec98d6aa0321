import type { ComponentChildren, JSX, TargetedKeyboardEvent } from 'preact';
import { useWidth } from './use-width.js';

export interface SizedProps {
  onKeyDown?: (event: TargetedKeyboardEvent<HTMLDivElement>) => void;
  children: (width: number) => ComponentChildren;
}

/** A drawing in real pixels, made once its place has a width, and again by itself alone when that changes. */
export const Sized = ({ onKeyDown, children }: SizedProps): JSX.Element => {
  const [ref, width] = useWidth(0);
  return (
    <div ref={ref} {...(onKeyDown ? { onKeyDown } : {})}>
      {width > 0 && children(width)}
    </div>
  );
};
