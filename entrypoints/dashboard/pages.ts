/** The pages of the dashboard, as their addresses name them and in the order in which they stand. */
export const PAGES = [
  'overview',
  'shelf',
  'history',
  'sites',
  'limits',
  'wallet',
  'security',
  'settings',
] as const
