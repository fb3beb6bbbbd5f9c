import { i18n } from '#i18n'
import { SegmentedChoice } from '../../../components/ui/segmented-choice'

interface Props {
  test: boolean
  onChange: (test: boolean) => void
}

/** Which money is shown. */
export function MoneyChoice({ test, onChange }: Props) {
  return (
    <div className="mb-6 max-w-sm">
      <SegmentedChoice
        label={i18n.t('overview.money')}
        value={test ? 'test' : 'real'}
        choices={[
          { value: 'real', name: i18n.t('overview.realMoney') },
          { value: 'test', name: i18n.t('overview.testMoney') },
        ]}
        onChange={(value) => onChange(value === 'test')}
      />
    </div>
  )
}
