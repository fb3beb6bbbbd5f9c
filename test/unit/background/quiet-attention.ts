/** Nobody is called: no badge, no window, no word of what was paid. */
export const callAttention = () => Promise.resolve()
export const showPaid = () => Promise.resolve()
