import { allow, type Decision, deny } from '../../shared/failure.ts'
import { MATERIALS_BYTES, MATERIALS_FILES } from '../../shared/training/materials.ts'
import type { Viewer } from './access.ts'
import { type Attached, canKeep, type Offered } from './evidence.ts'

const MB = 1024 * 1024

/** S3-80: whether a file may go to a training's materials: one that may be kept, and for which there is room. */
export function canAddMaterial(offered: Offered, there: readonly Attached[]): Decision {
  const kept = canKeep(offered)
  if (!kept.allowed) return kept
  if (there.length >= MATERIALS_FILES) return deny('training-materials-many', { max: MATERIALS_FILES })
  const held = there.reduce((sum, one) => sum + one.size, 0)
  return held + offered.size > MATERIALS_BYTES ? deny('training-materials-full', { max: MATERIALS_BYTES / MB }) : allow
}

/** S3-89: materials are for those who were asked to come; leads and managers read all. */
export function canReadMaterials(viewer: Viewer, isInvited: boolean): Decision {
  return viewer.role === 'lead' || viewer.role === 'manager' || isInvited ? allow : deny('training-materials-closed')
}
