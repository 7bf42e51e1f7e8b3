import { Select } from '@mantine/core'
import { LEVEL_NAMES, RECEIVER_NAMES } from '../../../shared/policies/words.ts'
import { RECEIVERS, type WarningStep } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { optionsOf, side } from '../words.ts'

type Told = Omit<WarningStep, 'percent'>

type Props = {
  told: Told
  /** The row that the field stands in, where a column heads it. */
  row?: string
  onChange: (told: Told) => void
}

const named = (row: string | undefined, label: string) =>
  row === undefined ? { label } : { 'aria-label': `${row} ${label}` }

const receiverOf = (value: string | null) => RECEIVERS.find((one) => one === value)

/** How high a warning is escalated. */
export function LevelField({ told, row, onChange }: Props) {
  const t = useT('policies')
  return (
    <Select
      {...named(row, t('steps.level'))}
      w={110}
      allowDeselect={false}
      data={LEVEL_NAMES.map((words, i) => ({ value: String(i), label: words[side()] }))}
      value={String(told.level)}
      onChange={(value) => onChange({ ...told, level: Number(value ?? told.level) })}
    />
  )
}

/** Who is told. */
export function TellsField({ told, row, onChange }: Props) {
  const t = useT('policies')
  const { level, also } = told
  return (
    <Select
      {...named(row, t('steps.tells'))}
      w={130}
      allowDeselect={false}
      data={optionsOf(RECEIVER_NAMES)}
      value={told.tells}
      onChange={(value) => {
        const tells = receiverOf(value) ?? told.tells
        onChange({ level, tells, ...(also === undefined || also === tells ? {} : { also }) })
      }}
    />
  )
}

/** Who is told besides, if anybody. */
export function AlsoField({ told, row, onChange }: Props) {
  const t = useT('policies')
  const { level, tells, also } = told
  const others = optionsOf(RECEIVER_NAMES).filter(({ value }) => value !== tells)
  return (
    <Select
      {...named(row, t('steps.also'))}
      w={130}
      allowDeselect={false}
      data={[{ value: '-', label: t('steps.nobody') }, ...others]}
      value={also ?? '-'}
      onChange={(value) => {
        const next = receiverOf(value)
        onChange({ level, tells, ...(next === undefined ? {} : { also: next }) })
      }}
    />
  )
}
