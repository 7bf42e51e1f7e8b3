import { ActionIcon, SegmentedControl, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { ReportPeriod } from '../../../shared/reports/model.ts'
import { PERIOD_KIND_NAMES, PERIOD_KINDS, type PeriodKind } from '../../../shared/reports/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useName } from '../../ui/use-name.ts'
import styles from './reports.module.css'

export type Choice = { kind: PeriodKind; period: string | undefined; withPeriod: string | undefined }

type Props = {
  choice: Choice
  shown: ReportPeriod | undefined
  /** True where nothing stands beside the period. */
  isAlone?: boolean
  onChange: (choice: Choice) => void
}

/** Which period is counted, and which one it stands beside. */
export function PeriodBar({ choice, shown, isAlone = false, onChange }: Props) {
  const t = useT('reports')
  const nameOf = useName()
  const { kind, period, withPeriod } = choice
  const written = period ?? (shown?.kind === kind ? shown.key : '')
  const step = (key: string | undefined) => onChange({ kind, period: key, withPeriod: undefined })
  return (
    <>
      <SegmentedControl
        aria-label={t('period.kind')}
        value={kind}
        onChange={(value) => {
          const next = PERIOD_KINDS.find((one) => one === value) ?? 'month'
          onChange({ kind: next, period: undefined, withPeriod: undefined })
        }}
        data={PERIOD_KINDS.map((value) => ({ value, label: nameOf(PERIOD_KIND_NAMES[value]) }))}
      />
      <div className={styles.period}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('period.previous')}
          disabled={!shown}
          onClick={() => step(shown?.previous)}
        >
          <IconChevronLeft size={15} />
        </ActionIcon>
        <KeyField label={t('period.key')} value={written} onSet={(key) => step(key === '' ? undefined : key)} />
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('period.next')}
          disabled={!shown}
          onClick={() => step(shown?.next)}
        >
          <IconChevronRight size={15} />
        </ActionIcon>
      </div>
      {!isAlone && (
        <div className={styles.period}>
          <span className={styles.beside} aria-hidden>
            {t('period.beside')}
          </span>
          <KeyField
            label={t('period.with')}
            hint={t('period.withHint')}
            value={withPeriod ?? shown?.previous ?? ''}
            onSet={(key) => onChange({ kind, period, withPeriod: key === '' ? undefined : key })}
          />
        </div>
      )}
    </>
  )
}

type KeyProps = { label: string; hint?: string; value: string; onSet: (key: string) => void }

/** A period as people write it; taken with Enter or on leaving the field. */
function KeyField({ label, hint, value, onSet }: KeyProps) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const take = () => {
    if (text.trim() !== value) onSet(text.trim())
  }
  return (
    <TextInput
      className={styles.key ?? ''}
      aria-label={label}
      title={hint ? `${label} — ${hint}` : label}
      placeholder={label}
      value={text}
      maxLength={10}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  )
}
