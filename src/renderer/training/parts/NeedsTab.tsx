import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { TOPIC_TABLE } from '../../../shared/training/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { today } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { Proposals } from './Proposals.tsx'

const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

/** Subjects in which examinations went badly: what to train, whom, and what is planned already. */
export function NeedsTab() {
  const t = useT('training')
  const nameOf = useName()
  const [fromMonth, setFrom] = useState(`${today().slice(0, 4)}-01`)
  const [toMonth, setTo] = useState(today().slice(0, 7))
  const { data, failure, reload } = useQuery(
    'training.needs',
    { fromMonth, toMonth },
    { topics: ['exams', 'training'], enabled: isMonth(fromMonth) && isMonth(toMonth) },
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard
    <section className={record.scroll} tabIndex={0} aria-label={t('tabs.needs')}>
      <div className={record.line}>
        <TextInput
          type="month"
          label={t('needs.from')}
          value={fromMonth}
          onChange={(e) => setFrom(e.currentTarget.value)}
        />
        <TextInput type="month" label={t('needs.to')} value={toMonth} onChange={(e) => setTo(e.currentTarget.value)} />
      </div>
      {isMonth(toMonth) && <Proposals month={toMonth} />}
      <p className={record.faint}>{t('needs.hint')}</p>
      <FailureAlert failure={failure} onRetry={reload} />
      {data?.length === 0 && <p>{t('needs.none')}</p>}
      <ul className={record.list} aria-label={t('tabs.needs')}>
        {data?.map(({ topic, answers, people, percent, weak, planned }) => (
          <li key={topic}>
            <div className={record.line}>
              <strong>{nameOf(TOPIC_TABLE[topic])}</strong>
              <span className="num">{t('needs.percent', { percent })}</span>
              <span className={record.faint}>{t('needs.basis', { answers, people })}</span>
              <StateBadge
                tone={planned.length > 0 ? 'good' : 'warn'}
                label={planned.length > 0 ? t('needs.planned', { titles: planned.join('、') }) : t('needs.open')}
              />
            </div>
            <div>
              {t('needs.weak')}: {weak.map((one) => `${one.name} ${one.percent}%`).join(' · ') || '—'}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
