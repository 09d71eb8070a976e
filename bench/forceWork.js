import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { ForceAtlas2, runForceHelper, allocateSharedRunMemory } from '../src/layout/forceAtlas2'

export { ForceAtlas2, allocateSharedRunMemory }

/** As a worker it is the second one of a layout, until that ends. */
if (!isMainThread) {
  parentPort.postMessage('ready')
  runForceHelper(workerData)
}
