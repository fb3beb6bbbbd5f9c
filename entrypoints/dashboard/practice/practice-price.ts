import { formatUsd } from '../../../lib/words/money'

/** What the practice article costs, as it is shown; there is no amount behind it. */
export const PRICE = formatUsd(10_000n)
