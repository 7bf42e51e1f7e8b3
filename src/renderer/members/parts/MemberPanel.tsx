import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconEdit, IconPhoneOutgoing, IconPlus, IconRefresh, IconRosetteDiscountCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { MemberId } from '../../../shared/ids.ts'
import type { MemberFile } from '../../../shared/members/model.ts'
import { MEMBER_STATUS_NAMES } from '../../../shared/members/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge } from '../../ui/badges.tsx'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { useKeyTitle } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { tellDone } from '../../ui/notify.ts'
import { OneByOne } from '../../ui/OneByOne.tsx'
import { slots } from '../../ui/slots.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../members.module.css'
import { newCaseOf } from '../open.ts'
import { MemberTabs } from '../tabs/MemberTabs.tsx'
import { BasicsCard } from './BasicsCard.tsx'
import { BeyondFile, isBeyond } from './BeyondFile.tsx'
import { CareStrip } from './CareStrip.tsx'
import { CompletenessCard } from './CompletenessCard.tsx'
import { ConsentCard } from './ConsentCard.tsx'
import { ContactsCard } from './ContactsCard.tsx'
import { EditMember } from './EditMember.tsx'
import { FlightsCard } from './FlightsCard.tsx'
import { HistoryCard } from './HistoryCard.tsx'
import { OpenCasesCard } from './OpenCasesCard.tsx'
import { SpendCard } from './SpendCard.tsx'
import { TierCard } from './TierCard.tsx'

type Props = { id: MemberId; onClose: () => void }

/** A member's file on one screen. Each reading of it is written into the audit log, so it is read when opened and after a change made here. */
export function MemberPanel({ id, onClose }: Props) {
  const t = useT('members')
  const query = useQuery('members.view', { id }, { clearOnChange: true })
  const [isEditing, setEditing] = useState(false)
  const file = query.data
  useShortcut(
    { id: 'members.edit', keys: 'alt+e', label: t('file.edit'), group: t('title') },
    () => setEditing(true),
    file !== undefined,
  )
  return (
    <>
      <DetailPanel
        title={file?.member.name ?? t('file.open')}
        label={t('file.open')}
        badges={file && <Badges file={file} />}
        actions={file && <Actions file={file} onEdit={() => setEditing(true)} onChanged={query.reload} />}
        onClose={onClose}
      >
        {isBeyond(query.failure) ? (
          <BeyondFile id={id} onOpened={query.reload} />
        ) : (
          <FailureAlert failure={query.failure} onRetry={query.reload} />
        )}
        {file && (
          <MemberTabs id={id} notes={<CareStrip file={file} />}>
            <Cards file={file} onChanged={query.reload} />
          </MemberTabs>
        )}
      </DetailPanel>
      {file && (
        <EditMember member={file.member} isOpen={isEditing} onClose={() => setEditing(false)} onSaved={query.reload} />
      )}
    </>
  )
}

function Badges({ file: { member } }: { file: MemberFile }) {
  const nameOf = useName()
  return (
    <>
      <TierBadge tier={member.tier} />
      <span className="num">{member.card}</span>
      {member.status === 'left' && <StateBadge tone="warn" label={nameOf(MEMBER_STATUS_NAMES.left)} />}
    </>
  )
}

type ActionProps = { file: MemberFile; onEdit: () => void; onChanged: () => void }

function Actions({ file: { member }, onEdit, onChanged }: ActionProps) {
  const t = useT('members')
  const start = useCommand('calls.start')
  const verify = useCommand('members.verify')
  const { id } = member
  const noteVerified = async () => {
    if (!(await verify.run({ id })).ok) return
    tellDone(t('file.verified'))
    onChanged()
  }
  const titles = {
    edit: useKeyTitle(t('file.edit'), 'alt+e'),
    call: useKeyTitle(t('file.call'), 'alt+c'),
    newCase: useKeyTitle(t('file.newCase'), 'alt+g'),
    verify: useKeyTitle(t('file.verifyHint'), 'alt+r'),
  }
  const group = t('title')
  const canCall = member.maskedMobile !== '' && !start.isBusy
  const ring = () => void start.run({ direction: 'outbound', memberId: id })
  useShortcut({ id: 'members.call', keys: 'alt+c', label: t('file.call'), group }, ring, canCall)
  useShortcut({ id: 'members.case', keys: 'alt+g', label: t('file.newCase'), group }, () => newCaseOf(id))
  useShortcut({ id: 'members.verify', keys: 'alt+r', label: t('file.verify'), group }, () => void noteVerified())
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPhoneOutgoing size={15} />}
        title={titles.call}
        loading={start.isBusy}
        disabled={member.maskedMobile === ''}
        onClick={ring}
      >
        {t('file.call')}
      </Button>
      <Button leftSection={<IconPlus size={15} />} title={titles.newCase} onClick={() => newCaseOf(id)}>
        {t('file.newCase')}
      </Button>
      <Tooltip label={titles.verify}>
        <Button
          variant="default"
          leftSection={<IconRosetteDiscountCheck size={15} />}
          loading={verify.isBusy}
          onClick={() => void noteVerified()}
        >
          {t('file.verify')}
        </Button>
      </Tooltip>
      <Tooltip label={titles.edit}>
        <ActionIcon variant="default" aria-label={t('file.edit')} onClick={onEdit}>
          <IconEdit size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('file.refresh')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('file.refresh')} onClick={onChanged}>
          <IconRefresh size={16} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}

function Cards({ file, onChanged }: { file: MemberFile; onChanged: () => void }) {
  const { member } = file
  return (
    <div className={styles.cards}>
      <OneByOne key={member.id}>
        {file.openCases.length > 0 && <OpenCasesCard cases={file.openCases} />}
        <BasicsCard member={member} />
        <TierCard file={file} />
        <ContactsCard id={member.id} contacts={file.contacts} onChanged={onChanged} />
        <FlightsCard coming={file.comingFlights} past={file.pastFlights} />
        <HistoryCard id={member.id} first={file.history} />
        <SpendCard file={file} onChanged={onChanged} />
        <ConsentCard id={member.id} consents={file.consents} onChanged={onChanged} />
        <CompletenessCard completeness={file.completeness} verifiedAt={member.verifiedAt} />
        {slots.memberPanels.map((Part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed when the program is built
          <Part key={index} memberId={member.id} />
        ))}
      </OneByOne>
    </div>
  )
}
