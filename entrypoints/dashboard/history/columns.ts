/**
 * Where the cells of a line stand. Wide: time, site, amount, network, status, transaction, button.
 * Narrow, in two rows: site, amount and button; below them time with network, and the status.
 */
export const COLUMNS =
  'grid grid-cols-[minmax(0,1fr)_auto_auto_2.25rem] items-center gap-x-2 gap-y-1 px-4 md:grid-cols-[4.75rem_minmax(0,1fr)_6rem_8.5rem_10.5rem_7.75rem_2.25rem] md:gap-x-4 md:px-5'

export const PLACE = {
  time: 'max-md:col-start-1 max-md:row-start-2 max-md:text-xs',
  site: 'max-md:col-span-2 max-md:col-start-1 max-md:row-start-1',
  amount: 'text-end max-md:col-start-3 max-md:row-start-1',
  network: 'max-md:hidden',
  status: 'max-md:col-span-2 max-md:col-start-2 max-md:row-start-2 max-md:justify-self-end',
  transaction: 'max-md:hidden',
  button: 'max-md:col-start-4 max-md:row-span-2 max-md:row-start-1',
  whole: 'col-span-full',
} as const
