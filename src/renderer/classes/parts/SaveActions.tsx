import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useT } from '../../i18n/use-t.ts'
import type { Arrange } from './use-arrange.ts'

type Props = { formId: string; isBusy: boolean; code: string; arrange: Arrange }

/** Saving what the form says, and the place of the row among those of its level. */
export function SaveActions({ formId, isBusy, code, arrange }: Props) {
  const t = useT('classes')
  const [up, down] = [arrange.moveOf(code, -1), arrange.moveOf(code, 1)]
  return (
    <>
      {code !== '' && (
        <>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('order.up')}
            disabled={!up || arrange.isBusy}
            onClick={() => up?.()}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('order.down')}
            disabled={!down || arrange.isBusy}
            onClick={() => down?.()}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
        </>
      )}
      <Button type="submit" form={formId} loading={isBusy}>
        {t('save')}
      </Button>
    </>
  )
}
