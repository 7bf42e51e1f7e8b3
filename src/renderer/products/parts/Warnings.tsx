import { Button } from '@mantine/core'
import { COMPUTED_FIGURE_NAMES } from '../../../shared/improvements/evaluation-words.ts'
import type { ResultWarning } from '../../../shared/partners/market.ts'
import { SERVICE_ITEM_NAMES, WARNING_LEVEL_NAMES, WARNING_SOURCE_NAMES } from '../../../shared/partners/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { LEVEL_TONES } from '../tones.ts'

/** S4-161: results of evaluation that warn, each with the person who answers for it. */
export function Warnings() {
  const t = useT('products')
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const query = useQuery('watch.list', {}, { topics: ['products'] })
  const evaluate = useCommand('watch.evaluate')
  const look = async () => {
    const looked = await evaluate.run({})
    if (looked.ok) tellDone(t('warning.looked', looked.value))
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard
    <div className={record.scroll} tabIndex={0}>
      <Section
        level={2}
        title={t('warning.title')}
        actions={
          isLead && (
            <Button variant="default" loading={evaluate.isBusy} onClick={() => void look()}>
              {t('warning.look')}
            </Button>
          )
        }
      >
        <FailureAlert failure={query.failure} onRetry={query.reload} />
        {query.data?.length === 0 && <p className={record.faint}>{t('warning.empty')}</p>}
        <ul className={record.list} aria-label={t('warning.title')}>
          {query.data?.map((warning) => (
            <li key={warning.id}>
              <Warning warning={warning} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

function Warning({ warning }: { warning: ResultWarning }) {
  const t = useT('products')
  const nameOf = useName()
  const user = useSession((state) => state.user)
  const answer = useCommand('watch.answer')
  const { id, source, level, item, figure, value, limitText, ownerId, ownerName, raisedAt } = warning
  const about = item === null ? figure && nameOf(COMPUTED_FIGURE_NAMES[figure]) : nameOf(SERVICE_ITEM_NAMES[item])
  const title = [warning.title, about].filter(Boolean).join(' · ')
  const close = async (text: string) => {
    const done = await answer.run({ id, answer: text })
    if (done.ok) tellDone(t('saved'))
    return done.ok
  }
  return (
    <section aria-label={t('warning.of', { title })}>
      <div className={record.line}>
        <StateBadge tone={LEVEL_TONES[level]} label={nameOf(WARNING_LEVEL_NAMES[level])} />
        <span className={record.faint}>{nameOf(WARNING_SOURCE_NAMES[source])}</span>
        <strong>{title}</strong>
        <span>
          {limitText === '' ? t('warning.valueOnly', { value }) : t('warning.value', { value, limit: limitText })}
        </span>
        <span className={`${record.faint} ${record.push}`}>
          {t('warning.owner', { name: ownerName, time: dateTimeText(raisedAt) })}
        </span>
      </div>
      {(user?.role !== 'agent' || user.id === ownerId) && (
        <TextAct
          keep={{ kind: 'products-warning-answer', subject: warning.id }}
          label={t('warning.answer')}
          buttons={[{ label: t('warning.close'), onSend: close, isBusy: answer.isBusy }]}
        />
      )}
    </section>
  )
}
