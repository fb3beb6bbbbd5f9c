/** How a link in running text looks. */
export const LINK =
  'inline-flex items-center gap-1 rounded font-medium text-copper underline decoration-copper/40 underline-offset-3 hover:decoration-copper'

/** A link that is the way on. */
export const PRIMARY_LINK =
  'inline-flex min-h-12 items-center justify-center rounded-xl bg-copper px-5 py-2 font-semibold text-on-copper shadow-sm transition-colors hover:bg-copper-deep'
