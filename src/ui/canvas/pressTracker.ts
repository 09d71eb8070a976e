/** How far a pointer may move, in CSS pixels, before a press becomes a drag: a finger trembles more than a mouse. */
const tremble = { touch: 10, other: 4 }

/** The pointer that is pressed on the canvas, or was pressed last. */
interface Press {
  readonly id: number
  readonly x: number
  readonly y: number
  readonly limit: number
  isBeyond: boolean
}

/** Knows of the last press on an element whether its pointer moved so far that it is a drag, and no click. */
export class PressTracker {
  #press: Press | undefined
  #isDown = false
  readonly #controller = new AbortController()

  constructor(element: HTMLElement) {
    const { signal } = this.#controller
    const options = { capture: true, signal }
    element.addEventListener('pointerdown', (event) => this.#down(event), options)
    addEventListener('pointermove', (event) => this.#move(event), options)
    for (const name of ['pointerup', 'pointercancel'] as const)
      addEventListener(name, (event) => this.#up(event), options)
  }

  /** Whether the last press went beyond a tremble. */
  get isBeyond(): boolean {
    return this.#press?.isBeyond === true
  }

  /** Whether a pointer is pressed and has gone beyond a tremble. */
  get isDragging(): boolean {
    return this.#isDown && this.isBeyond
  }

  stop(): void {
    this.#controller.abort()
  }

  #down({ pointerId, pointerType, clientX, clientY }: PointerEvent): void {
    // A second finger makes a pinch of the press, which is never a tap.
    if (this.#isDown && this.#press && this.#press.id !== pointerId) {
      this.#press.isBeyond = true
      return
    }
    const limit = pointerType === 'touch' ? tremble.touch : tremble.other
    this.#press = { id: pointerId, x: clientX, y: clientY, limit, isBeyond: false }
    this.#isDown = true
  }

  #move({ pointerId, clientX, clientY }: PointerEvent): void {
    const press = this.#press
    if (!press || !this.#isDown || press.id !== pointerId) return
    if (Math.hypot(clientX - press.x, clientY - press.y) > press.limit) press.isBeyond = true
  }

  #up({ pointerId }: PointerEvent): void {
    if (this.#press?.id === pointerId) this.#isDown = false
  }
}
