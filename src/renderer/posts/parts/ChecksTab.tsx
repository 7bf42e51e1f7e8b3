import { Alert, Anchor, Button } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import type { Day } from '../../../shared/time.ts'
import { shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { dayText, today } from '../../ui/formats.ts'
import { tellDone, tellFailure } from '../../ui/notify.ts'
import { namedBy, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { CheckRow } from './CheckRow.tsx'
import styles from './posts.module.css'

const HEADS = ['channel', 'received', 'entered', 'difference', 'state', 'explanation'] as const
const NUMBERS: readonly string[] = ['received', 'entered', 'difference']

/** S2-19: every channel of a day: what it received, what was entered, and the difference explained and closed. */
export function ChecksTab() {
  const t = useT('posts')
  const nameOf = useName()
  const { channelNames } = useClasses()
  const [day, setDay] = useState<Day>(today())
  const query = useQuery('posts.checks', { day }, { topics: ['posts', 'cases'] })
  const rows = query.data?.rows ?? []
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <DayField label={t('checks.day')} value={day} onChange={(next) => setDay(next ?? today())} />
        <ImportCounts />
      </div>
      <p className={styles.hint}>{t('checks.hint')}</p>
      <FailureAlert failure={query.failure} />
      {query.data && query.data.unexplained.length > 0 && (
        <Alert color="yellow" variant="light" p="xs">
          <div className={styles.days}>
            {t('checks.unexplained')}
            {query.data.unexplained.map((one) => (
              <Anchor key={one.day} onClick={() => setDay(one.day)}>
                {t('checks.unexplainedDay', { day: dayText(one.day), count: one.channels })}
              </Anchor>
            ))}
          </div>
        </Alert>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard */}
      <div className={styles.scroll} tabIndex={0}>
        <table className={styles.checks} aria-label={t('tabs.checks')}>
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col" className={NUMBERS.includes(head) ? (styles.number ?? '') : ''}>
                  {t(`checks.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CheckRow
                key={`${day} ${row.channel}`}
                day={day}
                check={row}
                name={namedBy(channelNames, row.channel, nameOf)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** Counts as other systems report them, from a table of day, channel and number. */
function ImportCounts() {
  const t = useT('posts')
  const take = useCommand('posts.importReceived')
  const [done, setDone] = useState<Output<'posts.importReceived'> | null>(null)
  const run = async () => {
    const picked = await shell('shell.pickFile', { purpose: 'members' })
    if (!picked.ok) return tellFailure(picked.failure)
    if (!picked.value) return
    const answer = await take.run({ file: picked.value.token })
    if (!answer.ok) return
    const { taken, rejected } = answer.value
    setDone(answer.value)
    tellDone(t('checks.imported', { taken, rejected: rejected.length }))
  }
  return (
    <div className={styles.days}>
      {done && done.rejected.length > 0 && (
        <span className={styles.hint} role="alert">
          {t('checks.refused', { rows: done.rejected.map(({ row }) => row).join(', ') })}
        </span>
      )}
      <Button
        variant="default"
        leftSection={<IconTableImport size={15} />}
        loading={take.isBusy}
        onClick={() => void run()}
      >
        {t('checks.import')}
      </Button>
    </div>
  )
}
