import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { MemberId } from '../../../shared/ids.ts'
import type { KinView } from '../../../shared/kin/model.ts'
import { KIN_PROOF_NAMES, KIN_RELATION_NAMES, KIN_RIGHT_NAMES, KIN_STATE_NAMES } from '../../../shared/kin/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { KinForm } from './KinForm.tsx'
import { MaskedPhone } from './MaskedPhone.tsx'
import { ReasonAct } from './ReasonAct.tsx'

/** Family and assistants who may speak for the member: for what, from when until when, and how that was shown. */
export function KinTab({ memberId }: { memberId: MemberId }) {
  const t = useT('people')
  const query = useQuery('kin.list', { memberId }, { clearOnChange: true, topics: ['members'] })
  const [isAdding, adding] = useDisclosure(false)
  return (
    <Section
      title={t('kin.title')}
      actions={
        <Button size="compact-xs" variant="default" aria-expanded={isAdding} onClick={adding.toggle}>
          {t('kin.add')}
        </Button>
      }
    >
      {isAdding && <KinForm memberId={memberId} onDone={adding.close} />}
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {query.data?.length === 0 && <p className={record.faint}>{t('kin.none')}</p>}
      <ul className={record.list}>
        {query.data?.map((kin) => (
          <Kin key={kin.id} kin={kin} />
        ))}
      </ul>
    </Section>
  )
}

function Kin({ kin }: { kin: KinView }) {
  const t = useT('people')
  const nameOf = useName()
  const end = useCommand('kin.end')
  const { id, name, relation, state, rights, fromDay, untilDay, proof, proofText } = kin
  const stop = async (reason: string) => {
    if (!(await end.run({ id, reason })).ok) return false
    tellDone(t('kin.done'))
    return true
  }
  const until = untilDay === null ? t('kin.open') : dayText(untilDay)
  return (
    <li>
      <div className={record.line}>
        <strong>
          {nameOf(KIN_RELATION_NAMES[relation])} {name}
        </strong>
        <MaskedPhone kin={kin} />
        <StateBadge tone={state === 'inForce' ? 'good' : 'neutral'} label={nameOf(KIN_STATE_NAMES[state])} />
        <span className={record.faint}>{t('kin.term', { from: dayText(fromDay), until })}</span>
        {kin.endedAt === null && (
          <span className={record.push}>
            <ReasonAct
              label={t('kin.end')}
              name={t('kin.endOf', { name })}
              reasonLabel={t('kin.reason')}
              isBusy={end.isBusy}
              onDo={stop}
            />
          </span>
        )}
      </div>
      <div>{rights.map((right) => nameOf(KIN_RIGHT_NAMES[right])).join('、')}</div>
      <div className={record.faint}>
        {nameOf(KIN_PROOF_NAMES[proof])} · {proofText} ·{' '}
        {t('kin.recorded', { name: kin.recordedByName, time: dateTimeText(kin.recordedAt) })}
        {kin.endedAt !== null &&
          ` · ${t('kin.ended', { name: kin.endedByName ?? '', time: dateTimeText(kin.endedAt), reason: kin.endReason })}`}
      </div>
    </li>
  )
}
