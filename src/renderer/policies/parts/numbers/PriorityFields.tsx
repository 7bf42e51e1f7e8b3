import { Select, SimpleGrid } from '@mantine/core'
import {
  IMPORTANCE_NAMES,
  IMPORTANCES,
  PRIORITIES,
  PRIORITY_NAMES,
  URGENCIES,
  URGENCY_NAMES,
} from '../../../../shared/cases/words.ts'
import type { PriorityCell, PriorityNumbers } from '../../../../shared/targets/desk-numbers.ts'
import { MEMBER_TIER_NAMES, MEMBER_TIERS } from '../../../../shared/tiers/model.ts'
import { useT } from '../../../i18n/use-t.ts'
import styles from '../../policies.module.css'
import { optionsOf, side } from '../../words.ts'
import { WholeNumber } from './WholeNumber.tsx'

type Props = { value: PriorityNumbers; onChange: (value: PriorityNumbers) => void }

/** The matrix of urgency and importance, the most pressing first, and how far a tier moves a case up (S2-30 S3-46). */
export function PriorityFields({ value, onChange }: Props) {
  const t = useT('policies')
  const { matrix, tierPlaces } = value
  const [rows, columns] = [URGENCIES.toReversed(), IMPORTANCES.toReversed()]
  const cell = (name: PriorityCell, label: string) => (
    <Select
      aria-label={label}
      allowDeselect={false}
      data={optionsOf(PRIORITY_NAMES)}
      value={matrix[name]}
      onChange={(given) => {
        const priority = PRIORITIES.find((one) => one === given)
        if (priority) onChange({ ...value, matrix: { ...matrix, [name]: priority } })
      }}
    />
  )
  return (
    <>
      <table className={styles.table} aria-label={t('numbers.matrix')}>
        <thead>
          <tr>
            <th>{t('numbers.urgency')}</th>
            {columns.map((importance) => (
              <th key={importance}>{IMPORTANCE_NAMES[importance][side()]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((urgency) => (
            <tr key={urgency}>
              <th scope="row">{URGENCY_NAMES[urgency][side()]}</th>
              {columns.map((importance) => (
                <td key={importance}>
                  {cell(
                    `${urgency}-${importance}`,
                    t('numbers.cell', {
                      urgency: URGENCY_NAMES[urgency][side()],
                      importance: IMPORTANCE_NAMES[importance][side()],
                    }),
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <SimpleGrid cols={5} spacing="sm" my="xs">
        {MEMBER_TIERS.map((tier) => (
          <WholeNumber
            key={tier}
            label={t('numbers.tier', { tier: MEMBER_TIER_NAMES[tier][side()] })}
            min={0}
            max={3}
            value={tierPlaces[tier]}
            onChange={(places) => onChange({ ...value, tierPlaces: { ...tierPlaces, [tier]: places } })}
          />
        ))}
      </SimpleGrid>
    </>
  )
}
