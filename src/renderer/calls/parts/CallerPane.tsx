import { Button } from '@mantine/core'
import { IconFileText, IconPlus, IconUserX } from '@tabler/icons-react'
import type { CallerMember, LiveCall } from '../../../shared/calls/model.ts'
import { CALL_DIRECTION_NAMES } from '../../../shared/calls/words.ts'
import { KIN_RELATION_NAMES, KIN_RIGHT_NAMES } from '../../../shared/kin/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge } from '../../ui/badges.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useName } from '../../ui/use-name.ts'
import styles from '../CallDock.module.css'
import { newCaseFrom, openMember } from '../open.ts'
import { useCalls } from '../store.ts'
import { CallerChoice } from './CallerChoice.tsx'

/** Who is calling: the member, the members to choose from, or what a new contact is called. */
export function CallerPane({ call }: { call: LiveCall }) {
  const t = useT('calls')
  const nameOf = useName()
  return (
    <div className={styles.caller}>
      <div className={styles.line}>
        <span className={styles.dim}>{nameOf(CALL_DIRECTION_NAMES[call.direction])}</span>
        <span className="num">{call.phoneMasked || t('bar.hiddenNumber')}</span>
        <span className={styles.dim}>{call.number}</span>
      </div>
      {call.caller.kind === 'member' ? (
        <KnownMember member={call.caller.member} call={call} />
      ) : (
        <CallerChoice call={call} />
      )}
      {call.state !== 'ringing' && (
        <Button
          variant="default"
          leftSection={<IconPlus size={15} />}
          rightSection={<KeyHint keys="f9" />}
          onClick={() => newCaseFrom(call)}
        >
          {t('actions.newCase')}
        </Button>
      )}
    </div>
  )
}

function KnownMember({ member, call }: { member: CallerMember; call: LiveCall }) {
  const t = useT('calls')
  const nameOf = useName()
  const { take, isBusy } = useCalls()
  const isOther = member.via === 'assistant' || member.via === 'family'
  return (
    <>
      <div className={styles.line}>
        <strong className={styles.name}>{member.name}</strong>
        <TierBadge tier={member.tier} />
        {member.status === 'left' && <StateBadge tone="warn" label={t('dock.left')} />}
      </div>
      {member.callingFor && (
        <div className={styles.line}>
          <strong>
            {t('dock.callingFor', {
              who: member.callingFor.name,
              relation: nameOf(KIN_RELATION_NAMES[member.callingFor.relation]),
              member: member.name,
            })}
          </strong>
          <span className={styles.dim}>
            {member.callingFor.rights.map((right) => nameOf(KIN_RIGHT_NAMES[right])).join('、')}
          </span>
        </div>
      )}
      <div className={styles.line}>
        <span className="num">{member.cardMasked}</span>
        <span className={styles.dim}>
          {t(`dock.via.${member.via}`)} {member.contactLabel}
        </span>
        {isOther && (
          <StateBadge
            tone={member.maySpeak ? 'good' : 'bad'}
            label={t(member.maySpeak ? 'dock.maySpeak' : 'dock.mayNotSpeak')}
          />
        )}
      </div>
      <div className={styles.line}>
        <Button
          variant="default"
          leftSection={<IconFileText size={15} />}
          rightSection={<KeyHint keys="f7" />}
          onClick={() => openMember(member.id)}
        >
          {t('actions.openMember')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          disabled={isBusy}
          leftSection={<IconUserX size={15} />}
          onClick={() => void take('calls.link', { id: call.id, memberId: null })}
        >
          {t('actions.unlink')}
        </Button>
      </div>
    </>
  )
}
