import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { groupOf } from '../../../shared/cases/words.ts'
import type { CauseNode } from '../../../shared/causes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import record from '../../ui/record.module.css'
import { placed, useName } from '../tree.ts'
import type { EditedTree } from '../use-edited-tree.ts'
import styles from './causes.module.css'
import { SolutionEditor } from './SolutionEditor.tsx'

type Props = {
  node: CauseNode
  edited: EditedTree
  isManager: boolean
  /** The code was typed anew. */
  onCode: (code: string) => void
  onClose: () => void
}

/** One cause: its names, where it stands, what it explains, and its prepared solutions. */
export function NodePanel({ node, edited, isManager, onCode, onClose }: Props) {
  const t = useT('causes')
  const nameOf = useName()
  const groups = useClasses().lists.categories.filter(({ code }) => code === groupOf(code))
  const { tree, used, isNew, changeNode, removeNode } = edited
  const isUsed = used.has(node.code)
  const isFixed = !isNew(node.code)
  const change = (part: Partial<CauseNode>) => changeNode(node.code, part)
  const setCode = (code: string) => {
    change({ code })
    onCode(code)
  }
  const remove = () => {
    removeNode(node.code)
    onClose()
  }
  const above = placed(tree?.nodes ?? []).filter((each) => each.node.code !== node.code)
  const label = t('node.label', { code: node.code })
  return (
    <DetailPanel title={nameOf(node.name) || t('node.new')} label={label} onClose={onClose}>
      <Section
        title={label}
        actions={
          isManager && (
            <div className={styles.buttons}>
              <Button size="compact-xs" variant="default" onClick={() => change({ isRetired: !node.isRetired })}>
                {node.isRetired ? t('node.restore') : t('node.retire')}
              </Button>
              {!isUsed && (
                <Button size="compact-xs" variant="subtle" color="red.8" onClick={remove}>
                  {t('node.remove')}
                </Button>
              )}
            </div>
          )
        }
      >
        <div className={flow.stack}>
          {isUsed && <div className={record.faint}>{t('node.keep')}</div>}
          <FieldRow>
            <TextInput
              label={t('node.code')}
              description={t('node.codeHint')}
              value={node.code}
              maxLength={30}
              readOnly={isFixed || !isManager}
              onChange={(event) => setCode(event.currentTarget.value.toUpperCase().replaceAll(/[^A-Z0-9-]/g, ''))}
            />
            <Select
              label={t('node.parent')}
              description=" "
              searchable
              data={[
                { value: '', label: t('node.top') },
                ...above.map((each) => ({
                  value: each.node.code,
                  label: `${each.node.code} · ${nameOf(each.node.name)}`,
                })),
              ]}
              value={node.parent ?? ''}
              readOnly={isUsed || !isManager}
              onChange={(value) => change({ parent: value === '' ? null : value })}
            />
            <TextInput
              label={t('node.zh')}
              withAsterisk
              maxLength={60}
              value={node.name.zh}
              readOnly={!isManager}
              onChange={(event) => change({ name: { ...node.name, zh: event.currentTarget.value } })}
            />
            <TextInput
              label={t('node.en')}
              withAsterisk
              maxLength={60}
              value={node.name.en}
              readOnly={!isManager}
              onChange={(event) => change({ name: { ...node.name, en: event.currentTarget.value } })}
            />
          </FieldRow>
          <MultiSelect
            label={t('node.classes')}
            data={groups.map(({ code, name }) => ({ value: code, label: nameOf(name) }))}
            value={node.classes}
            readOnly={!isManager}
            onChange={(classes) => change({ classes })}
          />
        </div>
      </Section>
      <SolutionEditor cause={node.code} edited={edited} isManager={isManager} />
    </DetailPanel>
  )
}
