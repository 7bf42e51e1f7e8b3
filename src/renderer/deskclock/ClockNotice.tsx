import { Button, Popover, Stack, Text } from '@mantine/core'
import { IconClockExclamation } from '@tabler/icons-react'
import { useState } from 'react'
import type { ToldClockJump } from '../../shared/deskclock/contract.ts'
import { useT } from '../i18n/use-t.ts'
import { durationText, preciseText } from '../ui/formats.ts'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'

/** S1-45: that the computer's clock was moved, told on every page until whoever has to know says so. */
export function ClockNotice() {
  const t = useT('deskClock')
  const [isOpen, setOpen] = useState(false)
  const { data: jumps = [] } = useQuery('deskClock.jumps', {}, { topics: ['notices', 'session'] })
  const acknowledge = useCommand('deskClock.acknowledge')
  if (jumps.length === 0) return null
  const know = async () => {
    const done = await acknowledge.run({ jumps: jumps.map(({ id }) => id) })
    if (!done.ok) return
    setOpen(false)
    // The button goes with what it told: the focus stays in the window.
    document.getElementById('content')?.focus()
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" withArrow trapFocus shadow="md" width={380}>
      <Popover.Target>
        <Button
          color="red.9"
          leftSection={<IconClockExclamation size={15} />}
          aria-expanded={isOpen}
          onClick={() => setOpen((was) => !was)}
        >
          {t('notice')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text fw={600}>{t('title')}</Text>
          {jumps.map((jump) => (
            <Text key={jump.id} size="sm">
              <Told jump={jump} />
            </Text>
          ))}
          <Text size="sm">{t('means')}</Text>
          <Text size="sm" c="dimmed">
            {t('order')}
          </Text>
          <Button loading={acknowledge.isBusy} onClick={() => void know()}>
            {t('known')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function Told({ jump: { truthAt, shownAt, byMs } }: { jump: ToldClockJump }) {
  const t = useT('deskClock')
  const told = { span: durationText(byMs), expected: preciseText(truthAt), shown: preciseText(shownAt) }
  return <>{byMs < 0 ? t('back', told) : t('ahead', told)}</>
}
