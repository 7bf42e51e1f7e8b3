import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

/** What may not be erased while a dispute or an inquiry runs. */
export function HoldList() {
  const t = useT('rights')
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const { data } = useQuery('retention.holds', {}, { topics: ['rights'] })
  const end = useCommand('retention.endHold')
  return (
    <Section title={t('retention.holds')}>
      {data?.length === 0 && <span className={record.faint}>{t('retention.noHolds')}</span>}
      <ul className={record.list}>
        {data?.map(({ id, label, reason, setAt, setByName, endedAt, endReason }) => (
          <li key={id}>
            <div className={record.line}>
              <strong>{label}</strong>
              <span>{t('retention.holdBy', { reason, name: setByName })}</span>
              <span className={record.push}>
                <InstantText at={setAt} />
              </span>
            </div>
            {endedAt !== null && <span className={record.faint}>{t('retention.ended', { reason: endReason })}</span>}
            {endedAt === null && isManager && (
              <TextAct
                keep={{ kind: 'rights-hold-list-end-reason', subject: 'new' }}
                label={t('retention.endReason')}
                buttons={[
                  {
                    ...{ label: t('retention.endHold'), isBusy: end.isBusy },
                    onSend: async (text) => {
                      const result = await end.run({ id, reason: text })
                      if (result.ok) tellDone(t('saved'))
                      return result.ok
                    },
                  },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
