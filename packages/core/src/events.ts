/** Listeners by event. One that throws neither stops the others nor reaches whoever emits. */
export const createEvents = <Events extends object>(): {
  on<E extends keyof Events>(event: E, listener: (value: Events[E]) => void): () => void;
  emit<E extends keyof Events>(event: E, value: Events[E]): void;
} => {
  const listeners = new Set<readonly [keyof Events, (value: never) => void]>();
  return {
    on(event, listener) {
      const entry = [event, listener] as const;
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
    emit(event, value) {
      for (const [name, listener] of listeners) {
        try {
          if (name === event) listener(value as never);
        } catch {
          // The listener is the page's, and so is its mistake; reporting it to the listeners could go in circles.
        }
      }
    },
  };
};
