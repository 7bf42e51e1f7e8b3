import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Viewer } from './access.ts'

/** A view that the whole team sees is set up by those who lead it. */
export function canShareView({ role }: Viewer): Decision {
  return role === 'agent' ? deny('view-share-role') : allow
}

/** One's own view is changed by oneself, a shared one by any lead. */
export function canChangeView(viewer: Viewer, view: { ownerId: string; isShared: boolean }): Decision {
  if (view.ownerId === viewer.id) return allow
  return view.isShared && viewer.role !== 'agent' ? allow : deny('view-not-yours')
}
