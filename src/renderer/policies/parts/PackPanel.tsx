import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { PACK_STATE_NAMES, type PackDetail, type PackItem } from '../../../shared/policies/packs.ts'
import { sourceText } from '../../../shared/policies/words.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dayText } from '../../ui/formats.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'
import { PackSwitch } from './PackSwitch.tsx'
import { PackValueDialog } from './PackValueDialog.tsx'
import { Problems } from './Problems.tsx'
import { PACK_TONES } from './pack-tones.ts'

type Props = { id: string; onDraft: (versionId: string) => void; onClose: () => void }

/** One pack: every value with where it is from, what switching it would change, and the way to a draft that does. */
export function PackPanel({ id, onDraft, onClose }: Props) {
  const t = useT('policies')
  useLanguage()
  const query = useQuery('policies.pack', { id }, { topics: ['policies'] })
  const detail = query.data
  if (!detail) return <FailureAlert failure={query.failure} onRetry={query.reload} />
  const title = detail.name[side()]
  return (
    <DetailPanel
      title={title}
      label={title}
      badges={<StateBadge tone={PACK_TONES[detail.state]} label={PACK_STATE_NAMES[detail.state][side()]} />}
      onClose={onClose}
    >
      <Section title={t('packs.about')}>
        <p>{detail.about[side()]}</p>
        <Facts
          facts={[
            { label: t('packs.id'), value: <span className="mono">{detail.id}</span> },
            ...(detail.effectiveFrom === null
              ? []
              : [{ label: t('packs.lawFrom'), value: dayText(detail.effectiveFrom) }]),
            ...(detail.effectiveTo === null ? [] : [{ label: t('packs.lawTo'), value: dayText(detail.effectiveTo) }]),
          ]}
        />
        {detail.kind === null ? (
          <p className={styles.dim}>{t('packs.readOnly')}</p>
        ) : (
          <PackSwitch detail={detail} onDraft={onDraft} />
        )}
      </Section>
      <Items detail={detail} onDraft={onDraft} />
      {detail.kind !== null && <Changes detail={detail} />}
    </DetailPanel>
  )
}

/** Whoever may draft a policy may say a told value otherwise. */
function Items({ detail, onDraft }: { detail: PackDetail; onDraft: (versionId: string) => void }) {
  const t = useT('policies')
  const role = useSession((session) => session.user?.role)
  const mayDraft = role === 'lead' || role === 'manager'
  const [changing, setChanging] = useState<PackItem | null>(null)
  return (
    <Section title={t('packs.items')}>
      <ul className={styles.list} aria-label={t('packs.items')}>
        {detail.items.map((item) => (
          <li key={item.id}>
            <strong>{item.name[side()]}</strong>{' '}
            {item.isTold && mayDraft && (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('packs.change', { name: item.name[side()] })}
                onClick={() => setChanging(item)}
              >
                <IconPencil size={14} />
              </ActionIcon>
            )}
            <div>{item.text[side()]}</div>
            {item.shipped && <div className={styles.dim}>{t('packs.own', { text: item.shipped[side()] })}</div>}
            <div className={styles.source}>
              {t('editor.source')} {sourceText(item.source, side())}
            </div>
          </li>
        ))}
      </ul>
      {changing && (
        <PackValueDialog detail={detail} item={changing} onDraft={onDraft} onClose={() => setChanging(null)} />
      )}
    </Section>
  )
}

function Changes({ detail: { changes, problems, state } }: { detail: PackDetail }) {
  const t = useT('policies')
  const title = t(state === 'off' ? 'packs.wouldOn' : 'packs.wouldOff')
  return (
    <Section title={title}>
      <ul className={styles.list} aria-label={title}>
        {changes.map((change) => (
          <li key={`${change.path} ${change.change}`}>{change.text[side()]}</li>
        ))}
      </ul>
      {problems.length > 0 && <Problems problems={problems} />}
    </Section>
  )
}
