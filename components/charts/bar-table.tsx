import type { Bar } from './bar'

interface Props {
  label: string
  /** Headings of both columns. */
  columns: readonly [name: string, amount: string]
  bars: readonly Bar[]
}

/** The same amounts to read line by line. */
export function BarTable({ label, columns: [name, amount], bars }: Props) {
  return (
    <table aria-label={label} className="w-full border-collapse text-[0.9375rem]">
      <thead>
        <tr className="border-b border-line text-sm text-muted">
          <th scope="col" className="py-2 text-start font-medium">
            {name}
          </th>
          <th scope="col" className="py-2 text-end font-medium">
            {amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key} className="border-b border-line last:border-b-0">
            <th scope="row" className="py-1.5 text-start font-normal wrap-anywhere">
              {bar.name}
            </th>
            <td className="py-1.5 ps-4 text-end font-semibold whitespace-nowrap">{bar.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
