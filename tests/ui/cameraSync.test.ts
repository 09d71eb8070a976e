import type Sigma from 'sigma'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { App } from '../../src/app/app'
import type { ColourPalette } from '../../src/drawing/colourPalette'
import { colourPalettes } from '../../src/drawing/colourPalette'
import type { Camera } from '../../src/scene/view/view'
import { defaultView, type View } from '../../src/scene/view/view'
import { CameraSync } from '../../src/ui/canvas/cameraSync'
import { createShaderParameters } from '../../src/ui/canvas/shaderParameters'
import { graphOf } from '../sample'

beforeAll(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  vi.stubGlobal('cancelAnimationFrame', (handle: { cancelled: boolean }) => (handle.cancelled = true))
})
afterAll(() => vi.unstubAllGlobals())

interface State {
  readonly x: number
  readonly y: number
  readonly ratio: number
}

/** A camera that moves as sigma's does: `step` goes half of the way that is left, and `finish` all of it. */
function fakeSigma() {
  let state: State = { x: 0.5, y: 0.5, ratio: 1 }
  let tell = () => {}
  const camera = {
    minRatio: 0.0005,
    maxRatio: 3,
    nextFrame: null as null | { goal: State; cancelled: boolean; over: () => void },
    getState: () => state,
    isAnimated: () => camera.nextFrame !== null,
    on: (_: string, told: () => void) => (tell = told),
    setState(next: State) {
      state = { ...next, ratio: Math.max(camera.minRatio, Math.min(camera.maxRatio, next.ratio)) }
      tell()
    },
    animate: (goal: State) =>
      new Promise<void>((over) => {
        const begins = camera.nextFrame === null
        camera.nextFrame?.over()
        // As sigma does: where nothing moved before, the first step is taken at once, and told before there is a next one.
        if (begins) camera.setState({ ...state, x: state.x + 1e-3 })
        camera.nextFrame = { goal, cancelled: false, over }
      }),
  }
  const step = () => {
    const { goal } = camera.nextFrame!
    const half = (of: keyof State) => (state[of] + goal[of]) / 2
    camera.setState({ x: half('x'), y: half('y'), ratio: half('ratio') })
  }
  const finish = (of = camera.nextFrame!) => {
    if (of.cancelled) return
    camera.nextFrame = null
    camera.setState(of.goal)
    of.over()
  }
  const sigma = { getCamera: () => camera, getDimensions: () => ({ width: 800, height: 600 }), on: () => {} }
  return { sigma: sigma as unknown as Sigma, camera, step, finish }
}

function begin() {
  const graph = graphOf('ann knows bob', 'bob knows cem')
  let view: View = defaultView
  const app = {
    workspace: { getState: () => ({ graph, view }) },
    session: { setState: () => {} },
    updateView: (change: (before: View) => View) => (view = change(view)),
  } as unknown as App
  const palette: ColourPalette = colourPalettes.light
  const element = { getBoundingClientRect: () => ({ left: 0, top: 0 }), parentElement: null } as unknown as HTMLElement
  const targetPositions = () => Float32Array.of(0, 0, 100, 0, 0, 100)
  const fake = fakeSigma()
  const sync = new CameraSync(fake.sigma, {
    element,
    app,
    graph,
    targetPositions,
    parameters: createShaderParameters(palette, false),
    isLarge: false,
  })
  sync.listen()
  return { ...fake, sync, camera: () => view.camera, sigmaCamera: fake.camera }
}

const at = (x: number, width = 500): Camera => ({ x, y: 0, width })

it('fits everything shown without setting the camera of the view, however large it is', () => {
  const { sync, camera } = begin()
  expect(camera()).toBeUndefined()
  sync.moveTo(sync.targetCamera(Float32Array.of(-1e7, 0, 1e7, 0, 0, 1e6)))
  expect(sync.currentCamera().width).toBeGreaterThan(2e7)
  sync.moveTo(sync.targetCamera(Float32Array.of(0, 0, 0.001, 0, 0, 0.001)))
  expect(sync.currentCamera().width).toBeLessThan(0.02)
  expect(camera()).toBeUndefined()
})

it('ends its own animation if the next frame of a layout needs another camera', () => {
  const { sync, step, camera, sigmaCamera } = begin()
  sync.moveTo(at(100), true)
  step()
  const movement = sigmaCamera.nextFrame!
  sync.moveTo(at(300))
  expect(movement.cancelled).toBe(true)
  expect(sync.currentCamera().x).toBeCloseTo(300)
  expect(camera()).toBeUndefined()
})

it('does not mistake the first step of its own animation for a person moving the camera', async () => {
  const { sync, finish, camera } = begin()
  sync.moveTo(at(100), true)
  expect(camera()).toBeUndefined()
  finish()
  await Promise.resolve()
  expect(sync.currentCamera().x).toBeCloseTo(100)
  expect(camera()).toBeUndefined()
})

it('does not interrupt a person moving the camera, and keeps the result', async () => {
  const { sync, step, finish, camera, sigmaCamera } = begin()
  sync.moveTo(at(100), true)
  // The wheel takes over.
  void sigmaCamera.animate({ x: 0.6, y: 0.5, ratio: 0.2 })
  await Promise.resolve()
  step()
  sync.moveTo(at(300))
  expect(sync.currentCamera().x).not.toBeCloseTo(300)
  finish()
  expect(camera()!.x).toBeCloseTo(2000)
})
