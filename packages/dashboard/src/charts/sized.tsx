import type { ComponentChildren, JSX, TargetedKeyboardEvent } from 'preact';
import { useWidth } from './use-width.js';

export interface SizedProps {
  onKeyDown?: (event: TargetedKeyboardEvent<HTMLDivElement>) => void;
  children: (width: number) => ComponentChildren;
}

/** A drawing in real pixels as wide as its screen, made again by itself alone when its place has another width. */
export const Sized = ({ onKeyDown, children }: SizedProps): JSX.Element => {
  const [ref, width] = useWidth();
  return (
    <div ref={ref} {...(onKeyDown ? { onKeyDown } : {})}>
      {children(width)}
    </div>
  );
};
