import { allow, type Decision, deny } from '../../shared/failure.ts'
import { MATERIALS_BYTES, MATERIALS_FILES } from '../../shared/training/materials.ts'
import type { Viewer } from './access.ts'
import { type Attached, canJoin, type Offered, type Room } from './evidence.ts'

const TRAINING: Room = {
  ...{ files: MATERIALS_FILES, bytes: MATERIALS_BYTES },
  ...{ tooMany: 'training-materials-many', full: 'training-materials-full' },
}

/** S3-80: whether a file may go to a training's materials. */
export function canAddMaterial(offered: Offered, there: readonly Attached[]): Decision {
  return canJoin(offered, there, TRAINING)
}

/** S3-89: materials are for those who were asked to come; leads and managers read all. */
export function canReadMaterials(viewer: Viewer, isInvited: boolean): Decision {
  return viewer.role === 'lead' || viewer.role === 'manager' || isInvited ? allow : deny('training-materials-closed')
}
