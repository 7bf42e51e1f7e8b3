import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useQuery } from '../../use-query.ts'
import styles from './causes.module.css'

/** Every version of the tree: who saved it, when and why. */
export function VersionsView() {
  const t = useT('causes')
  const { data = [], failure, reload } = useQuery('causes.versions', {}, { topics: ['policies'] })
  return (
    <div className="scroll">
      <FailureAlert failure={failure} onRetry={reload} />
      <ul className={styles.versions} aria-label={t('tabs.versions')}>
        {data.map(({ version, savedAt, savedByName, reason }) => (
          <li key={version}>
            <strong>{t('version', { version })}</strong> {savedByName === null ? t('shipped') : reason}
            {savedAt !== null && savedByName !== null && (
              <div className={record.faint}>{t('versionBy', { name: savedByName, time: dateTimeText(savedAt) })}</div>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
