import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { CaseId } from '../../../shared/ids.ts'
import type { OfferedMacro } from '../../../shared/macros/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { orChinese, useName } from '../../ui/use-name.ts'
import { Apply } from './Apply.tsx'
import { Choose } from './Choose.tsx'

type Props = {
  caseId: CaseId
  macros: readonly OfferedMacro[]
  /** The macro that was chosen already; null to choose one first. */
  chosen: OfferedMacro | null
  onClose: () => void
}

/** A macro on a case: chosen from those offered, looked at step by step, then applied. */
export function MacroDialog({ caseId, macros, chosen, onClose }: Props) {
  const t = useT('macros')
  const u = useT('ui')
  const nameOf = useName()
  const [macro, setMacro] = useState(chosen)
  return (
    <Modal
      opened
      onClose={onClose}
      title={macro === null ? t('open') : t('apply', { name: nameOf(orChinese(macro.name)) })}
      size={720}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': u('actions.close') }}
    >
      {macro === null ? (
        <Choose macros={macros} onChoose={setMacro} />
      ) : (
        <Apply caseId={caseId} macro={macro} onClose={onClose} />
      )}
    </Modal>
  )
}
