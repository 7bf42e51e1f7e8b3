import { Button, Group, Select } from '@mantine/core'
import { useState } from 'react'
import type { CalendarLine } from '../../../shared/calendars/contract.ts'
import type { Input } from '../../../shared/contracts.ts'
import type { Day } from '../../../shared/time.ts'
import { shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'

/** Where the holidays of a new calendar are from, as the desk is asked. */
export type HolidaysInput = Pick<Input<'calendars.create'>, 'basedOn' | 'file' | 'coverage'>
type Coverage = { from: Day; to: Day }

const NONE = ' none'
const FILE = ' file'

/** The choice of a form: another calendar, none at all, or a file. */
export function useHolidays() {
  const [from, setFrom] = useState('CN')
  const year = today().slice(0, 4)
  const [coverage, setCoverage] = useState<Coverage>({ from: `${year}-01-01`, to: `${year}-12-31` })
  const [file, setFile] = useState<{ token: string; name: string } | null>(null)
  const chosen = (): HolidaysInput => {
    if (from === NONE) return { coverage }
    return from === FILE ? (file ? { file: file.token } : {}) : { basedOn: from }
  }
  return { from, setFrom, coverage, setCoverage, file, setFile, chosen }
}

type Props = {
  form: ReturnType<typeof useHolidays>
  all: readonly CalendarLine[]
  errors: Record<string, string>
}

/** Whose holidays a new calendar has: a desk abroad need not have those of China. */
export function HolidaysFrom({ form, all, errors }: Props) {
  const t = useT('policies')
  const pick = async () => {
    const picked = await shell('shell.pickFile', { purpose: 'pack' })
    if (picked.ok && picked.value !== null) form.setFile(picked.value)
  }
  return (
    <>
      <Select
        label={t('hours.basedOn')}
        description=" "
        allowDeselect={false}
        data={[
          ...all
            .filter(({ alwaysOpen }) => !alwaysOpen)
            .map((line) => ({ value: line.id, label: t('hours.like', { name: line.name[side()] }) })),
          { value: NONE, label: t('hours.none') },
          { value: FILE, label: t('hours.fromFile') },
        ]}
        value={form.from}
        error={errors.basedOn}
        onChange={(value) => form.setFrom(value ?? form.from)}
      />
      {form.from === NONE && <CoverageFields coverage={form.coverage} errors={errors} onChange={form.setCoverage} />}
      {form.from === FILE && (
        <Group gap="sm" align="center">
          <Button variant="default" onClick={() => void pick()}>
            {t('hours.pick')}
          </Button>
          <span className={styles.dim}>{form.file?.name ?? t('hours.noFile')}</span>
        </Group>
      )}
    </>
  )
}

type CoverageProps = { coverage: Coverage; errors: Record<string, string>; onChange: (to: Coverage) => void }

/** From when until when the desk's own word on its working days holds. */
export function CoverageFields({ coverage, errors, onChange }: CoverageProps) {
  const t = useT('policies')
  return (
    <Group gap="sm" grow align="start">
      <DayField
        label={t('hours.coveredFrom')}
        value={coverage.from}
        error={errors.coverage}
        onChange={(day) => onChange({ ...coverage, from: day ?? coverage.from })}
      />
      <DayField
        label={t('hours.coveredTo')}
        value={coverage.to}
        onChange={(day) => onChange({ ...coverage, to: day ?? coverage.to })}
      />
    </Group>
  )
}
