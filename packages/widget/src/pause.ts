/** Lets the page have its turn. In a hidden tab timers are slow, but nobody waits there, and they hurry when it is shown. */
export const pause = (): Promise<unknown> => new Promise((done) => setTimeout(done));
