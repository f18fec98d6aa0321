/** Listeners by event. One that throws neither stops the others nor reaches whoever emits. */
export const createEvents = <Events extends object>(): {
  on<E extends keyof Events>(event: E, listener: (value: Events[E]) => void): () => void;
  emit<E extends keyof Events>(event: E, value: Events[E]): void;
} => {
  type Listener = { event: keyof Events; listener: (value: never) => void };
  const listeners = new Set<Listener>();
  return {
    on(event, listener) {
      const entry: Listener = { event, listener };
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
    emit(event, value) {
      for (const entry of listeners) {
        // A promise takes the listener's throw away from here; what it rejects with is the listener's own matter.
        if (entry.event === event)
          new Promise(() => entry.listener(value as never)).catch(() => {});
      }
    },
  };
};
