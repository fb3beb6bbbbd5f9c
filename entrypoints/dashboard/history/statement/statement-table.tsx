import { i18n } from '#i18n'
import { numberWords } from '../../../../components/words/number'
import type { StatementLine } from '../../../../lib/export/statement'
import { addSums } from '../../../../lib/payment/history/sums'
import { moneyWords } from '../money-words'

interface Props<Key extends string | number> {
  title: string
  /** What the first column holds. */
  keyName: string
  lines: readonly StatementLine<Key>[]
  wordsOf: (key: Key) => string
}

/** Sums of a month, line by line, with their total. */
export function StatementTable<Key extends string | number>({
  title,
  keyName,
  lines,
  wordsOf,
}: Props<Key>) {
  const count = lines.reduce((all, line) => all + line.count, 0)
  return (
    <table className="mt-8 w-full border-collapse text-[0.9375rem]">
      <caption className="mb-2 text-start text-lg font-semibold">{title}</caption>
      <thead>
        <tr className="border-b-2 border-line-strong text-sm text-muted">
          <th scope="col" className="w-full py-1.5 pe-3 text-start font-medium">
            {keyName}
          </th>
          <th scope="col" className="px-3 py-1.5 text-end font-medium">
            {i18n.t('export.payments')}
          </th>
          <th scope="col" className="py-1.5 ps-3 text-end font-medium">
            {i18n.t('history.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} className="break-inside-avoid border-b border-line">
            <th scope="row" className="py-1.5 pe-3 text-start font-normal wrap-anywhere">
              {wordsOf(line.key)}
            </th>
            <Figures {...line} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <th scope="row" className="py-2 pe-3 text-start">
            {i18n.t('export.total')}
          </th>
          <Figures count={count} sums={addSums(...lines.map(({ sums }) => sums))} />
        </tr>
      </tfoot>
    </table>
  )
}

function Figures({ count, sums }: Pick<StatementLine<unknown>, 'count' | 'sums'>) {
  return (
    <>
      <td className="px-3 py-1.5 text-end align-top">{numberWords(count)}</td>
      <td className="py-1.5 ps-3 text-end align-top">
        {sums.map((sum) => (
          <span key={`${sum.testnet} ${sum.currency}`} className="block">
            {moneyWords(sum)}
          </span>
        ))}
      </td>
    </>
  )
}
