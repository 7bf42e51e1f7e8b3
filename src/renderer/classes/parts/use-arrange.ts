import type { ClassList } from '../../../shared/classes/model.ts'
import { useCommand } from '../../use-command.ts'

export type Arrange = {
  /** Moves a row one place within its own level; undefined where there is no such place. */
  moveOf: (code: string, step: 1 | -1) => (() => void) | undefined
  isBusy: boolean
}

/** Moving a row of a list up and down; `isPeer` says between which rows. */
export function useArrange(
  list: ClassList,
  codes: readonly string[],
  isPeer: (code: string, other: string) => boolean,
): Arrange {
  const arrange = useCommand('classes.arrange')
  return {
    isBusy: arrange.isBusy,
    moveOf: (code, step) => {
      const peers = codes.filter((other) => other === code || isPeer(code, other))
      const other = peers[peers.indexOf(code) + step]
      if (other === undefined || !codes.includes(code)) return undefined
      const swapped = codes.map((one) => (one === code ? other : one === other ? code : one))
      return () => void arrange.run({ list, codes: swapped })
    },
  }
}
