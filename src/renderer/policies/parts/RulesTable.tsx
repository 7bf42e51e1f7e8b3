import { ActionIcon } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { CLOCK_PART_NAMES, CLOCK_PARTS, type ClockPart, clockParts } from '../../../shared/policies/clock-words.ts'
import { clockName, limitText, sourceText, whenText } from '../../../shared/policies/words.ts'
import type { TargetPolicy, TargetRule } from '../../../shared/targets/model.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import styles from '../policies.module.css'
import { useStages } from '../stages.ts'
import { side } from '../words.ts'
import { CommonList } from './CommonList.tsx'

type Props = { policy: TargetPolicy }

/** The rules of the limits to read: what for whom, how long, and everything that moves or warns, with where it comes from. */
export function RulesTable({ policy }: Props) {
  const t = useT('policies')
  useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className={styles.wide} aria-label={t('editor.rules')} tabIndex={0}>
      <CommonList policy={policy} />
      <table className={styles.table} aria-label={t('editor.rules')}>
        <thead>
          <tr>
            <th>{t('editor.clock')}</th>
            <th>{t('editor.limit')}</th>
            <th>{t('clock.conditions')}</th>
          </tr>
        </thead>
        <tbody>
          {policy.rules.map((rule) => (
            <tr key={rule.id} data-off={rule.isEnabled ? undefined : true}>
              <td>
                <RuleName rule={rule} />
                <div>{whenText(rule.when, side())}</div>
              </td>
              <td className={styles.nowrap}>
                {limitText(rule.limit, side())}
                <div className="mono">{rule.calendar}</div>
              </td>
              <td>
                <Conditions rule={rule} />
                <div className={styles.source}>
                  {t('editor.source')} {sourceText(rule.source, side())}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function RuleName({ rule }: { rule: TargetRule }) {
  const t = useT('policies')
  return (
    <>
      <strong>{clockName(rule.clock, side())}</strong>
      <div className={styles.dim}>
        {rule.name[side()]}
        {!rule.isEnabled && ` (${t('editor.off')})`}
      </div>
    </>
  )
}

/** Every condition of a rule's clock on a line of its own. */
function Conditions({ rule }: { rule: TargetRule }) {
  const t = useT('policies')
  const { names } = useStages()
  const parts = { warns: t('clock.asCommon'), ...clockParts(rule, side(), names) }
  return <Named parts={parts} names={CLOCK_PARTS} />
}

type NamedProps = { parts: Partial<Record<ClockPart, string>>; names: readonly ClockPart[] }

/** Some of the conditions, each with its name; those that a rule does not have are left out. */
function Named({ parts, names }: NamedProps) {
  return names.map((name) => {
    const text = parts[name]
    return (
      text && (
        <div key={name}>
          <span className={styles.dim}>{CLOCK_PART_NAMES[name][side()]}</span> {text}
        </div>
      )
    )
  })
}

type EditorProps = Props & { onEdit: (rule: TargetRule) => void; onRemove: (rule: TargetRule) => void }

/** The same where there is room, with a way to change or remove each rule. */
export function RulesEditor({ policy, onEdit, onRemove }: EditorProps) {
  const t = useT('policies')
  useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className={styles.wide} aria-label={t('editor.rules')} tabIndex={0}>
      <CommonList policy={policy} />
      <table className={styles.table} aria-label={t('editor.rules')}>
        <thead>
          <tr>
            <th aria-label={t('editor.ruleTitle')} />
            <th>{t('editor.clock')}</th>
            <th>{t('editor.forWhom')}</th>
            <th>{t('editor.limit')}</th>
            <th>{t('editor.calendar')}</th>
            <th>{t('clock.starting')}</th>
            <th>{t('clock.pausing')}</th>
            <th>{t('clock.ending')}</th>
            <th>{t('clock.warning')}</th>
            <th>{t('editor.source')}</th>
          </tr>
        </thead>
        <tbody>
          {policy.rules.map((rule) => (
            <Row key={rule.id} rule={rule} onEdit={onEdit} onRemove={onRemove} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ rule, onEdit, onRemove }: Omit<EditorProps, 'policy'> & { rule: TargetRule }) {
  const t = useT('policies')
  const name = rule.name[side()]
  const { names } = useStages()
  const parts = clockParts(rule, side(), names)
  return (
    <tr data-off={rule.isEnabled ? undefined : true}>
      <td className={styles.nowrap}>
        <ActionIcon variant="subtle" aria-label={t('editor.editRule', { name })} onClick={() => onEdit(rule)}>
          <IconPencil size={15} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={t('editor.removeRule', { name })}
          onClick={() => onRemove(rule)}
        >
          <IconTrash size={15} />
        </ActionIcon>
      </td>
      <td>
        <RuleName rule={rule} />
      </td>
      <td>{whenText(rule.when, side())}</td>
      <td className={styles.nowrap}>{limitText(rule.limit, side())}</td>
      <td className="mono">{rule.calendar}</td>
      <td>{parts.starts}</td>
      <td>
        {parts.pauses ?? '—'}
        <Named parts={parts} names={['resumes']} />
      </td>
      <td>
        {parts.stops}
        <Named parts={parts} names={['restarts', 'cancels']} />
      </td>
      <td>{parts.warns ?? <span className={styles.dim}>{t('clock.asCommon')}</span>}</td>
      <td className={styles.source}>{sourceText(rule.source, side())}</td>
    </tr>
  )
}
