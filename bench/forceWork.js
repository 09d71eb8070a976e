import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { Force, help, sharedForce } from '../src/layout/forceAtlas2'

export { Force, sharedForce }

/** As a worker it is the second one of a layout, until that ends. */
if (!isMainThread) {
  parentPort.postMessage('ready')
  help(workerData)
}
