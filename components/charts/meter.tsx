interface Props {
  /** Parts of the whole, in one unit. */
  done: bigint
  /** Comes after `done`, paler. */
  open: bigint
  whole: bigint
  test?: boolean
}

/** How much of a whole is used up, at a glance; the words beside it say it all. */
export function Meter({ done, open, whole, test = false }: Props) {
  const colour = test ? 'fill-wait' : 'fill-copper'
  const [first, both] = [percent(done, whole), percent(done + open, whole)]
  return (
    <svg aria-hidden className="h-2 w-full rounded-full bg-sunken rtl:-scale-x-100">
      <rect width={`${first}%`} height="100%" className={colour} />
      <rect
        x={`${first}%`}
        width={`${both - first}%`}
        height="100%"
        className={colour}
        opacity={0.5}
      />
    </svg>
  )
}

function percent(part: bigint, whole: bigint): number {
  return part >= whole ? 100 : Number((part * 1000n) / whole) / 10
}
