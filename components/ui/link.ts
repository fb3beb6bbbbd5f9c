/** How a link in running text looks. */
export const LINK =
  'inline-flex items-center gap-1 rounded font-medium text-copper underline decoration-copper/40 underline-offset-3 hover:decoration-copper'
