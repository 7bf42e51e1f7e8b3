import { Button, Popover, ScrollArea, UnstyledButton } from '@mantine/core'
import { IconAlarm } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import { CLOCK_KIND_NAMES } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useWarning } from './ClockWarnings.tsx'
import styles from './cases.module.css'

type Rows = Output<'cases.escalations'>['rows']

/** S1-45: the warnings that are meant for whoever asks; reading them is noted as having seen them. */
export function MyWarnings() {
  const t = useT('cases')
  const read = useCommand('cases.escalations')
  const [rows, setRows] = useState<Rows | null>(null)
  const open = async () => {
    const answer = await read.run({})
    if (answer.ok) setRows(answer.value.rows)
  }
  return (
    <Popover
      opened={rows !== null}
      onChange={() => setRows(null)}
      position="bottom-end"
      withArrow
      trapFocus
      shadow="md"
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconAlarm size={15} />}
          loading={read.isBusy}
          onClick={() => (rows ? setRows(null) : open())}
        >
          {t('why.warnings')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah={360} className={styles.dueList}>
          {rows?.length === 0 ? t('why.noWarnings') : <Warnings rows={rows ?? []} />}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}

function Warnings({ rows }: { rows: Rows }) {
  const nameOf = useName()
  const whatOf = useWarning()
  return (
    <ul className={styles.warnings}>
      {rows.map((row) => (
        <li key={`${row.case.id} ${row.clock} ${row.percent} ${row.reminder} ${row.at}`}>
          <UnstyledButton onClick={() => go('cases', { id: row.case.id })}>
            <strong className="num">{row.case.number}</strong> {nameOf(CLOCK_KIND_NAMES[row.clock])} · {whatOf(row)}
            <div>
              {dateTimeText(row.at)} · {row.case.title}
            </div>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}
