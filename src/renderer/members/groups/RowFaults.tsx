import type { Output } from '../../../shared/contracts.ts'
import { useT } from '../../i18n/use-t.ts'
import { countText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'

const SHOWN = 200

/** What became of a questionnaire file: how much was taken, and each row that was not, with its reason. */
export function RowFaults({ report }: { report: Output<'wishes.importQuestionnaires'> }) {
  const t = useT('gathering')
  const { read, recorded, rejected } = report
  return (
    <section aria-label={t('sources.rejected')}>
      <p>
        {t('sources.imported', {
          read: countText(read),
          recorded: countText(recorded),
          rejected: countText(rejected.length),
        })}
      </p>
      {rejected.length > 0 && (
        <table className={record.table} aria-label={t('sources.rejected')}>
          <thead>
            <tr>
              <th data-number>{t('sources.row')}</th>
              <th>{t('sources.column')}</th>
              <th>{t('sources.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {rejected.slice(0, SHOWN).map(({ row, column, reason }) => (
              <tr key={row}>
                <td data-number>{row}</td>
                <td>{column}</td>
                <td>{t(`sources.faults.${reason}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
