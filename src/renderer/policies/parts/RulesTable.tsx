import { ActionIcon } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import {
  clockName,
  EVENT_NAMES,
  limitText,
  namesIn,
  STARTS_AT_NAMES,
  sourceText,
  warningsText,
  whenText,
} from '../../../shared/policies/words.ts'
import type { TargetPolicy, TargetRule } from '../../../shared/targets/model.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'

type Props = {
  policy: TargetPolicy
  onEdit?: (rule: TargetRule) => void
  onRemove?: (rule: TargetRule) => void
}

/** The rules of the limits as a table: what, for whom, how long, on which calendar, until when, and why. */
export function RulesTable({ policy, onEdit, onRemove }: Props) {
  const t = useT('policies')
  useLanguage()
  const { maxRings, secondsPerRing, source } = policy.ring
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className={styles.wide} aria-label={t('editor.rules')} tabIndex={0}>
      <p className={styles.dim}>
        {t('editor.warnings')}: {warningsText(policy.warnings, side())} · {t('editor.rings')}: {maxRings} ·{' '}
        {t('editor.seconds')}: {secondsPerRing} · {sourceText(source, side())}
      </p>
      <table className={styles.table} aria-label={t('editor.rules')}>
        <thead>
          <tr>
            {onEdit && <th aria-label={t('editor.ruleTitle')} />}
            <th>{t('editor.clock')}</th>
            <th>{t('editor.forWhom')}</th>
            <th>{t('editor.limit')}</th>
            <th>{t('editor.calendar')}</th>
            <th>{t('editor.startsAt')}</th>
            <th>{t('editor.stopsOn')}</th>
            <th>{t('editor.pausesIn')}</th>
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

type RowProps = { rule: TargetRule; onEdit: Props['onEdit'] | undefined; onRemove: Props['onRemove'] | undefined }

function Row({ rule, onEdit, onRemove }: RowProps) {
  const t = useT('policies')
  const name = rule.name[side()]
  const starts = rule.startsOn ? namesIn(EVENT_NAMES, rule.startsOn, side()) : STARTS_AT_NAMES[rule.startsAt][side()]
  const pauses = [...(rule.pausesIn ?? []), ...(rule.pausesOn ?? [])]
  return (
    <tr data-off={rule.isEnabled ? undefined : true}>
      {onEdit && (
        <td className={styles.nowrap}>
          <ActionIcon variant="subtle" aria-label={t('editor.editRule', { name })} onClick={() => onEdit(rule)}>
            <IconPencil size={15} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={t('editor.removeRule', { name })}
            onClick={() => onRemove?.(rule)}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </td>
      )}
      <td>
        <strong>{clockName(rule.clock, side())}</strong>
        <div className={styles.dim}>
          {name}
          {!rule.isEnabled && ` (${t('editor.off')})`}
        </div>
      </td>
      <td>{whenText(rule.when, side())}</td>
      <td className={styles.nowrap}>{limitText(rule.limit, side())}</td>
      <td className="mono">{rule.calendar}</td>
      <td>{starts}</td>
      <td>{namesIn(EVENT_NAMES, rule.stopsOn, side())}</td>
      <td>{pauses.length === 0 ? '—' : namesIn(EVENT_NAMES, pauses, side())}</td>
      <td className={styles.source}>{sourceText(rule.source, side())}</td>
    </tr>
  )
}
