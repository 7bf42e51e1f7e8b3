import { Button } from '@mantine/core'
import { useState } from 'react'
import type { MacroFile } from '../../../shared/macros/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { offerUndo } from '../../ui/undo.ts'
import { orChinese, useName } from '../../ui/use-name.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { MacroEditor } from './MacroEditor.tsx'
import { StepLines } from './StepLines.tsx'
import { TryOut } from './TryOut.tsx'
import { useMacroWords } from './use-macro-words.ts'

/** One macro: what it does and for what, how it fares, its versions; changed or put out of use by whoever may. */
export function MacroDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('macros')
  const query = useQuery('macros.show', { id }, { topics: ['macros'], clearOnChange: true })
  const nameOf = useName()
  const [isEditing, setEditing] = useState(false)
  const { data: macro } = query
  if (isEditing && macro) {
    const stop = () => setEditing(false)
    return <MacroEditor before={macro} onSaved={stop} onClose={stop} />
  }
  return (
    <DetailPanel
      title={macro ? nameOf(orChinese(macro.name)) : t('title')}
      label={t('detail')}
      badges={macro && <Badges macro={macro} />}
      actions={macro?.mayChange && <Acts macro={macro} onEdit={() => setEditing(true)} onDone={onClose} />}
      onClose={onClose}
    >
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {macro ? <Body macro={macro} /> : query.isLoading && <Waiting />}
    </DetailPanel>
  )
}

function Badges({ macro }: { macro: MacroFile }) {
  const t = useT('macros')
  return (
    <>
      {macro.isArchived && <StateBadge tone="neutral" label={t('states.archived')} />}
      {macro.isIdle && <StateBadge tone="warn" label={t('states.idle')} />}
    </>
  )
}

function Acts({ macro, onEdit, onDone }: { macro: MacroFile; onEdit: () => void; onDone: () => void }) {
  const t = useT('macros')
  const archive = useCommand('macros.archive')
  const restore = useCommand('macros.restore')
  const nameOf = useName()
  const { id, isArchived } = macro
  const turn = async () => {
    const { ok } = await (isArchived ? restore : archive).run({ id })
    if (!ok) return
    const name = nameOf(orChinese(macro.name))
    if (isArchived) tellDone(t('restoredDone', { name }))
    else offerUndo({ text: t('archivedDone', { name }), undo: () => restore.run({ id }) })
    onDone()
  }
  return (
    <>
      {!isArchived && (
        <Button size="compact-xs" variant="subtle" onClick={onEdit}>
          {t('acting.edit')}
        </Button>
      )}
      <Button size="compact-xs" variant="subtle" loading={archive.isBusy || restore.isBusy} onClick={() => void turn()}>
        {t(isArchived ? 'acting.restore' : 'acting.archive')}
      </Button>
    </>
  )
}

function Body({ macro }: { macro: MacroFile }) {
  const t = useT('macros')
  const { forText, usedText, namesText } = useMacroWords()
  return (
    <>
      <Section title={t('edit.steps')}>
        <StepLines steps={macro.steps} />
      </Section>
      <Section title={t('facts.title')}>
        <Facts
          facts={[
            { label: t('edit.name'), value: namesText(macro.name) },
            { label: t('facts.scope'), value: t(`scopes.${macro.scope}`) },
            { label: t('facts.owner'), value: macro.ownerName },
            { label: t('facts.for'), value: forText(macro.conditions) },
            { label: t('facts.uses'), value: usedText(macro) },
            { label: t('facts.last'), value: macro.lastUsedAt === null ? t('never') : dateTimeText(macro.lastUsedAt) },
          ]}
        />
      </Section>
      <TryOut steps={macro.steps} />
      <Section title={t('versions')}>
        <ul className={record.list}>
          {macro.versions.map(({ version, byName, at, name, steps }) => (
            <li key={version}>
              {t('versionOf', { version, by: byName, at: dateTimeText(at) })}
              <div className={record.faint}>
                {namesText(name)}：{steps.map(({ act }) => t(`acts.${act}`)).join(' · ')}
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
