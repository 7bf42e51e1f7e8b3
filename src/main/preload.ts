import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/bridge.ts'

// The page gets one function to ask and one to listen; no channel name and no Electron object crosses over.
const bridge: Bridge = {
  call: (name, input, options) => ipcRenderer.invoke('desk:call', name, input, options),
  listen: (listener) => {
    const onPush = (_event: unknown, push: Parameters<typeof listener>[0]) => listener(push)
    ipcRenderer.on('desk:push', onPush)
    return () => ipcRenderer.removeListener('desk:push', onPush)
  },
}

contextBridge.exposeInMainWorld('desk', bridge)
