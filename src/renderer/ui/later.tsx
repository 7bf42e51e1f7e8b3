import { type ComponentType, lazy, useState } from 'react'

/** A component whose code is read when it is first shown, or before that by `prepare`. */
export type Later<P> = ComponentType<P> & { prepare: () => Promise<unknown> }

/**
 * Like React's `lazy`, except that what was prepared is shown at once: `lazy` would show its fallback for a moment
 * even then.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let ready: ComponentType<P> | undefined
  const prepare = async () => {
    ready ??= await load()
    return ready
  }
  const Read = lazy(async () => ({ default: await prepare() }))
  // Chosen once for each place where it stands: another component in the same place would lose its state.
  const Shown = (props: P) => {
    const [Chosen] = useState<ComponentType<P>>(() => ready ?? Read)
    return <Chosen {...props} />
  }
  return Object.assign(Shown, { prepare })
}
