import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { ArticleView } from '../../shared/knowledge/model.ts'
import { ARTICLE_KIND_NAMES, type ArticleKind, LIST_VIEWS } from '../../shared/knowledge/words.ts'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { SplitView } from '../ui/DetailPanel.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { slots } from '../ui/slots.ts'
import { choicesOf, useName } from '../ui/use-name.ts'
import { ArticlePanel } from './parts/ArticlePanel.tsx'
import { ArticleTable } from './parts/ArticleTable.tsx'
import { EditorPanel } from './parts/EditorPanel.tsx'
import { GapTable } from './parts/GapTable.tsx'

const VIEWS = [...LIST_VIEWS, 'gaps', 'macros'] as const
type View = (typeof VIEWS)[number]

/** What is being written: nothing, something new about a subject, or a version taken further. */
type Editing = { before: ArticleView | null; about: string } | null

const kindOf = (value: unknown): ArticleKind | null =>
  Object.keys(ARTICLE_KIND_NAMES).find((one): one is ArticleKind => one === value) ?? null

/** The knowledge base: found by words or by list, read, written, reviewed and measured. */
export function Page({ params }: PageProps) {
  const t = useT('knowledge')
  const nameOf = useName()
  const field = useRef<HTMLInputElement>(null)
  const [view, setView] = useState<View>('inForce')
  const [kind, setKind] = useState(kindOf(params.kind))
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 120)
  const [openId, setOpenId] = useState<string | null>(null)
  const [editing, setEditing] = useState<Editing>(null)
  const group = t('title')
  useEffect(() => {
    const { id, kind: asked } = params
    if (kindOf(asked) !== null) setKind(kindOf(asked))
    if (typeof id === 'string') setOpenId(id)
    if (params.view === 'macros') setView('macros')
    if (typeof params.search === 'string') setText(params.search)
    setEditing(null)
  }, [params])
  useShortcut({ id: 'knowledge.find', keys: '/', label: t('search'), group }, () => field.current?.select())
  const write = (about = '') => setEditing({ before: null, about })
  useShortcut({ id: 'knowledge.write', keys: 'alt+n', label: t('write'), group }, () => write())
  const open = (id: string) => {
    setEditing(null)
    setOpenId(id)
  }
  const close = () => {
    setEditing(null)
    setOpenId(null)
  }
  const saved = (article: ArticleView) => {
    setView('work')
    setText('')
    open(article.id)
  }
  const isOpen = editing !== null || openId !== null
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        actions={
          <Button
            leftSection={<IconPlus size={15} />}
            rightSection={<KeyHint keys="alt+n" onBar />}
            onClick={() => write()}
          >
            {t('write')}
          </Button>
        }
      >
        <TextInput
          ref={field}
          w={240}
          aria-label={t('search')}
          placeholder={t('searchHint')}
          leftSection={<IconSearch size={15} aria-hidden />}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setView('inForce')
          }}
        />
        <Select
          w={200}
          aria-label={t('columns.kind')}
          placeholder={t('allKinds')}
          clearable
          data={choicesOf(ARTICLE_KIND_NAMES, nameOf)}
          value={kind}
          onChange={setKind}
        />
        <SegmentedControl
          aria-label={t('views.label')}
          value={view}
          onChange={(value) => {
            setText('')
            if (value === 'macros') close()
            setView(VIEWS.find((one) => one === value) ?? 'inForce')
          }}
          data={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
        />
      </PageHeader>
      {view === 'macros' && !isOpen ? (
        <Suspense fallback={null}>
          <slots.macros />
        </Suspense>
      ) : (
        <SplitView
          list={
            view === 'gaps' ? (
              <GapTable onWrite={write} />
            ) : (
              <ArticleTable
                view={view === 'macros' ? 'inForce' : view}
                kind={kind}
                text={asked}
                isNarrow={isOpen}
                openId={openId}
                onOpen={open}
              />
            )
          }
          detail={
            editing !== null ? (
              <EditorPanel {...editing} onSaved={saved} onClose={() => setEditing(null)} />
            ) : (
              (openId !== null && (
                <ArticlePanel
                  key={openId}
                  id={openId}
                  onOpen={open}
                  onEdit={(before) => setEditing({ before, about: '' })}
                  onClose={close}
                />
              )) ||
              null
            )
          }
        />
      )}
    </div>
  )
}
