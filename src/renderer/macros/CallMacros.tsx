import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBolt } from '@tabler/icons-react'
import type { CallId } from '../../shared/ids.ts'
import { useT } from '../i18n/use-t.ts'
import { useQuery } from '../use-query.ts'
import { MacroDialog } from './parts/MacroDialog.tsx'

/** During a call: the macros for the case that was opened from it; nothing while there is none. */
export function CallMacros({ callId }: { callId: CallId }) {
  const t = useT('macros')
  const [isOpen, dialog] = useDisclosure(false)
  const { data } = useQuery('macros.offer', { callId }, { topics: ['macros', 'cases'], clearOnChange: true })
  if (!data || data.macros.length === 0) return null
  return (
    <>
      <Button variant="subtle" size="compact-xs" leftSection={<IconBolt size={14} aria-hidden />} onClick={dialog.open}>
        {t('ofCall', { number: data.number })}
      </Button>
      {isOpen && <MacroDialog caseId={data.caseId} macros={data.macros} chosen={null} onClose={dialog.close} />}
    </>
  )
}
