import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { SOLUTION_VARIABLES, type SolutionTemplate } from '../../../shared/causes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import type { EditedTree } from '../use-edited-tree.ts'
import styles from './causes.module.css'

type Props = { cause: string; edited: EditedTree; isManager: boolean }

/** Prepared solutions of one class of causes (S2-59). */
export function SolutionEditor({ cause, edited, isManager }: Props) {
  const t = useT('causes')
  const variables = SOLUTION_VARIABLES.map((name) => `{{${name}}} ${t(`variables.${name}`)}`).join(' · ')
  const all = edited.tree?.solutions ?? []
  const own = all.filter((each) => each.cause === cause)
  const set = (next: SolutionTemplate[]) => edited.setSolutions(cause, next)
  const add = () => {
    let place = own.length + 1
    while (all.some((each) => each.id === `${cause.toLowerCase()}-${place}`)) place += 1
    const empty = { zh: '', en: '' }
    set([...own, { id: `${cause.toLowerCase()}-${place}`, cause, name: empty, text: empty, isRetired: false }])
  }
  return (
    <Section
      title={t('solution.title')}
      actions={
        isManager && (
          <Button size="compact-xs" variant="default" leftSection={<IconPlus size={13} />} onClick={add}>
            {t('solution.add')}
          </Button>
        )
      }
    >
      <div className={flow.stack}>
        {own.length === 0 && <div className={record.faint}>{t('noSolutions')}</div>}
        {own.map((solution) => (
          <OneSolution
            key={solution.id}
            solution={solution}
            isManager={isManager}
            onChange={(next) => set(own.map((each) => (each.id === solution.id ? next : each)))}
            onRemove={() => set(own.filter((each) => each.id !== solution.id))}
          />
        ))}
        {isManager && own.length > 0 && (
          <div className={record.faint}>{t('solution.variables', { names: variables })}</div>
        )}
      </div>
    </Section>
  )
}

type OneProps = {
  solution: SolutionTemplate
  isManager: boolean
  onChange: (solution: SolutionTemplate) => void
  onRemove: () => void
}

function OneSolution({ solution, isManager, onChange, onRemove }: OneProps) {
  const t = useT('causes')
  const { name, text, isRetired } = solution
  return (
    <fieldset className={styles.solution} aria-label={`${t('solution.title')} ${solution.id}`}>
      <div className={styles.line}>
        <span className="mono">{solution.id}</span>
        {isRetired && <StateBadge tone="neutral" label={t('retired')} />}
        {isManager && (
          <span className={styles.push}>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => onChange({ ...solution, isRetired: !isRetired })}
            >
              {isRetired ? t('solution.restore') : t('solution.retire')}
            </Button>
            <Button size="compact-xs" variant="subtle" color="red.8" onClick={onRemove}>
              {t('solution.remove')}
            </Button>
          </span>
        )}
      </div>
      <FieldRow>
        <TextInput
          label={t('solution.nameZh')}
          value={name.zh}
          maxLength={60}
          readOnly={!isManager}
          onChange={(event) => onChange({ ...solution, name: { ...name, zh: event.currentTarget.value } })}
        />
        <TextInput
          label={t('solution.nameEn')}
          value={name.en}
          maxLength={60}
          readOnly={!isManager}
          onChange={(event) => onChange({ ...solution, name: { ...name, en: event.currentTarget.value } })}
        />
      </FieldRow>
      <TextArea
        keep={{ kind: 'causes-one-solution-text-zh', subject: solution.id }}
        label={t('solution.textZh')}
        minRows={2}
        maxLength={2000}
        value={text.zh}
        readOnly={!isManager}
        onChange={(event) => onChange({ ...solution, text: { ...text, zh: event.currentTarget.value } })}
      />
      <TextArea
        keep={{ kind: 'causes-one-solution-text-en', subject: solution.id }}
        label={t('solution.textEn')}
        minRows={2}
        maxLength={2000}
        value={text.en}
        readOnly={!isManager}
        onChange={(event) => onChange({ ...solution, text: { ...text, en: event.currentTarget.value } })}
      />
    </fieldset>
  )
}
