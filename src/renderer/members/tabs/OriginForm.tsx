import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { MemberId } from '../../../shared/ids.ts'
import { ORIGIN_CHANNEL_NAMES, ORIGIN_CHANNELS, type OriginChannel } from '../../../shared/wishes/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

/** Which campaign or channel brought the member (S4-50). */
export function OriginForm({ memberId, onDone }: { memberId: MemberId; onDone: () => void }) {
  const t = useT('gathering')
  const u = useT('ui')
  const nameOf = useName()
  const save = useCommand('wishes.setOrigin')
  const [channel, setChannel] = useState<OriginChannel>('app')
  const [campaign, setCampaign] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await save.run({ memberId, channel, campaign })).ok) return
    tellDone(t('wishes.saved'))
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <Select
        label={t('wishes.originChannel')}
        value={channel}
        data={choicesOf(ORIGIN_CHANNEL_NAMES, nameOf)}
        onChange={(next) => setChannel(ORIGIN_CHANNELS.find((one) => one === next) ?? 'app')}
      />
      <TextInput
        label={t('wishes.campaign')}
        value={campaign}
        maxLength={100}
        onChange={(event) => setCampaign(event.currentTarget.value)}
      />
      <KeepLines kind="member-origin-lines" subject={memberId} />
      <div className={`${styles.wide} ${styles.buttons}`}>
        <Button type="submit" loading={save.isBusy}>
          {u('actions.save')}
        </Button>
      </div>
    </form>
  )
}
