type Listener = (value: never) => void;

/** Listeners by event. One that throws neither stops the others nor reaches whoever emits. */
export const createEvents = <Events extends object>(): {
  on<E extends keyof Events>(event: E, listener: (value: Events[E]) => void): () => void;
  emit<E extends keyof Events>(event: E, value: Events[E]): void;
  /** Absent: nobody ever listened. */
  listeners: { readonly [E in keyof Events]?: ReadonlySet<Listener> };
} => {
  const listeners: { [E in keyof Events]?: Set<Listener> } = {};
  return {
    listeners,
    on(event, listener) {
      const all = (listeners[event] ??= new Set<Listener>());
      all.add(listener);
      return () => {
        all.delete(listener);
      };
    },
    emit(event, value) {
      listeners[event]?.forEach((listener: Listener) => {
        try {
          listener(value as never);
        } catch {
          // The listener is the page's, and so is its mistake; reporting it to the listeners could go in circles.
        }
      });
    },
  };
};
