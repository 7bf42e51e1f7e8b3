import { ITEM_VERDICT_NAMES } from '../../../shared/exams/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { VERDICT_TONES } from '../tones.ts'
import { useSaid } from './use-said.ts'

const figure = (value: number | null) => (value === null ? '—' : value.toFixed(2))

/** Difficulty and discrimination of each question that an exam asked. */
export function Items({ id }: { id: string }) {
  const t = useT('exams')
  const nameOf = useName()
  const said = useSaid()
  const { data: items } = useQuery('exams.items', { id }, { topics: ['exams'] })
  if (!items) return null
  if (items.length === 0) return <p className={record.faint}>{t('exams.noItems')}</p>
  return (
    <table className={record.table}>
      <thead>
        <tr>
          <th>{t('columns.text')}</th>
          <th data-number>{t('columns.answers')}</th>
          <th data-number>{t('columns.easy')}</th>
          <th data-number>{t('columns.apart')}</th>
          <th>{t('columns.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ questionId, version, number, text, figures }) => (
          <tr key={`${questionId} ${version}`}>
            <td>
              {number}. {said(text)}
            </td>
            <td data-number>{figures.answers}</td>
            <td data-number>{figure(figures.difficulty)}</td>
            <td data-number>{figure(figures.discrimination)}</td>
            <td>
              <StateBadge tone={VERDICT_TONES[figures.verdict]} label={nameOf(ITEM_VERDICT_NAMES[figures.verdict])} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
