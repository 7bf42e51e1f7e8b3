import { Button } from '@mantine/core'
import { Component, type ReactNode, Suspense } from 'react'
import { say } from '../i18n/use-t.ts'
import { EmptyState } from './EmptyState.tsx'
import { Waiting } from './Waiting.tsx'

type Props = { children: ReactNode }
type State = { hasFailed: boolean }

/** Keeps one page's error from taking the window with it, and shows that its code is being read. */
export class PageFrame extends Component<Props, State> {
  override state: State = { hasFailed: false }

  static getDerivedStateFromError(): State {
    return { hasFailed: true }
  }

  override render() {
    if (this.state.hasFailed) {
      return (
        <EmptyState
          title={say('ui', 'crash.title')}
          text={say('ui', 'crash.text')}
          action={<Button onClick={() => this.setState({ hasFailed: false })}>{say('ui', 'actions.retry')}</Button>}
        />
      )
    }
    return <Suspense fallback={<Waiting />}>{this.props.children}</Suspense>
  }
}
