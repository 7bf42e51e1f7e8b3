import { Button } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import { useState } from 'react'
import type { OfferedMacro } from '../../shared/macros/model.ts'
import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import { useShortcut } from '../ui/keys.ts'
import type { CasePanelProps } from '../ui/slots.ts'
import { orChinese, useName } from '../ui/use-name.ts'
import { useQuery } from '../use-query.ts'
import { MacroDialog } from './parts/MacroDialog.tsx'
import styles from './parts/macros.module.css'

/** So many stand on the page itself; the rest are one key away. */
const SHOWN = 4

/** On a case: the macros that fit it, the palette under one key, and each of them in the command palette. */
export function MacroPanel({ caseId, lastSeq }: CasePanelProps) {
  const t = useT('macros')
  const nameOf = useName()
  const query = useQuery('macros.offer', { caseId }, { topics: ['macros'], version: lastSeq })
  const [chosen, setChosen] = useState<OfferedMacro | 'any' | null>(null)
  const macros = query.data?.macros ?? []
  const near = macros.filter(({ fit }) => fit !== 'other')
  const fitting = macros.filter(({ fit }) => fit === 'fits').length
  useShortcut({ id: 'macros.open', keys: 'm', label: t('open'), group: t('title') }, () => setChosen('any'))
  return (
    <>
      <CasePanel
        title={t('title')}
        summary={macros.length === 0 ? t('none') : t('offered', { count: macros.length, fitting })}
        isEmpty={near.length === 0}
      >
        <FailureAlert failure={query.failure} onRetry={query.reload} />
        <div className={styles.offered}>
          {near.slice(0, SHOWN).map((macro) => (
            <Button
              key={macro.id}
              variant="default"
              leftSection={<IconBolt size={14} aria-hidden />}
              onClick={() => setChosen(macro)}
            >
              {nameOf(orChinese(macro.name))}
            </Button>
          ))}
          <Button variant="subtle" rightSection={<KeyHint keys="m" />} onClick={() => setChosen('any')}>
            {t('all')}
          </Button>
        </div>
      </CasePanel>
      {near.map((macro) => (
        <Command key={macro.id} macro={macro} onRun={() => setChosen(macro)} />
      ))}
      {chosen !== null && (
        <MacroDialog
          caseId={caseId}
          macros={macros}
          chosen={chosen === 'any' ? null : chosen}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  )
}

function Command({ macro, onRun }: { macro: OfferedMacro; onRun: () => void }) {
  const t = useT('macros')
  const nameOf = useName()
  const label = t('command', { name: nameOf(orChinese(macro.name)) })
  useShortcut({ id: `macros.run.${macro.id}`, keys: '', label, group: t('title') }, onRun)
  return null
}
