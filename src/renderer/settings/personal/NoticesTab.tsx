import { Anchor, Button, Checkbox, Group, Input, ScrollArea, Stack, Switch, Text, TextInput } from '@mantine/core'
import { NOTICE_KIND_NAMES, NOTICE_KINDS, QUIET_REASON_NAMES } from '../../../shared/notices/words.ts'
import type { NoticeRules } from '../../../shared/settings/personal.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import record from '../../ui/record.module.css'
import { goTo } from '../../ui/told-places.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from './personal.module.css'
import { type PersonalProps, usePersonal } from './use-personal.ts'

const two = (part: number) => String(part).padStart(2, '0')
const clockOf = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

function minuteOf(text: string): number | null {
  const [hour, minute] = text.split(':').map(Number)
  return hour === undefined || minute === undefined || Number.isNaN(hour + minute) ? null : hour * 60 + minute
}

const SWITCHES = ['isOn', 'onlyMine', 'onlyAway', 'showsCount'] as const

/** What the desk may say outside its window and when, and what it said lately. */
export function NoticesTab({ value }: PersonalProps) {
  const t = useT('personal')
  const nameOf = useName()
  const { change } = usePersonal(value)
  const { notices } = value
  const set = (part: Partial<NoticeRules>) => void change({ notices: { ...notices, ...part } })
  const setTime = (name: 'quietFrom' | 'quietUntil', text: string) => {
    const minute = minuteOf(text)
    if (minute !== null && minute !== notices[name]) set({ [name]: minute })
  }
  return (
    <Stack gap="sm" py="sm">
      {SWITCHES.map((name) => (
        <Switch
          key={name}
          label={t(`notices.${name}`)}
          checked={notices[name]}
          onChange={(event) => set({ [name]: event.currentTarget.checked })}
        />
      ))}
      <Input.Wrapper label={t('notices.kinds')} labelElement="div">
        <div className={styles.kinds}>
          {NOTICE_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              label={nameOf(NOTICE_KIND_NAMES[kind])}
              checked={!notices.muted.includes(kind)}
              onChange={(event) => {
                const isWanted = event.currentTarget.checked
                set({ muted: NOTICE_KINDS.filter((one) => (one === kind ? !isWanted : notices.muted.includes(one))) })
              }}
            />
          ))}
        </div>
      </Input.Wrapper>
      <Input.Wrapper label={t('notices.quiet')} description={t('notices.quietHint')} labelElement="div">
        <div className={styles.times}>
          {(['quietFrom', 'quietUntil'] as const).map((name) => (
            <TextInput
              key={`${name} ${notices[name]}`}
              type="time"
              label={t(`notices.${name}`)}
              defaultValue={clockOf(notices[name])}
              onBlur={(event) => setTime(name, event.currentTarget.value)}
            />
          ))}
        </div>
      </Input.Wrapper>
      <Recent />
    </Stack>
  )
}

function Recent() {
  const t = useT('personal')
  const nameOf = useName()
  const { data } = useQuery('notices.list', {}, { topics: ['notices'] })
  const read = useCommand('notices.read')
  const hasUnread = data?.some(({ readAt }) => readAt === null) ?? false
  return (
    <section aria-label={t('notices.recent')}>
      <Group justify="space-between">
        <strong>{t('notices.recent')}</strong>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!hasUnread}
          loading={read.isBusy}
          onClick={() => void read.run({})}
        >
          {t('notices.read')}
        </Button>
      </Group>
      {data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('notices.empty')}
        </Text>
      )}
      <ScrollArea.Autosize mah={200} viewportProps={{ tabIndex: 0, 'aria-label': t('notices.recent') }}>
        <ul className={record.list}>
          {data?.map(({ id, kind, caseNumber, place, at, quiet, readAt }) => (
            <li key={id} className={record.line}>
              {readAt === null && <StateBadge tone="info" label={t('notices.unread')} />}
              <span>{nameOf(NOTICE_KIND_NAMES[kind])}</span>
              <Anchor
                component="button"
                type="button"
                aria-label={
                  caseNumber === null
                    ? t('notices.openKind', { kind: nameOf(NOTICE_KIND_NAMES[kind]) })
                    : t('notices.open', { number: caseNumber })
                }
                onClick={() => goTo(place)}
              >
                {caseNumber === null ? t('notices.show') : <span className="num">{caseNumber}</span>}
              </Anchor>
              <span className={record.faint}>
                {quiet === null ? t('notices.shown') : nameOf(QUIET_REASON_NAMES[quiet])}
              </span>
              <span className={record.push}>
                <InstantText at={at} />
              </span>
            </li>
          ))}
        </ul>
      </ScrollArea.Autosize>
    </section>
  )
}
