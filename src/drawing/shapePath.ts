import { n } from './geometry'
import type { Shape } from './nodeStyles'

/** How far each shape reaches, times its radius, so that all look equally large. The shader has the same numbers. */
export const reach = { square: 0.88, diamond: 1.2, triangle: 1.25, hexagon: 1.12 } as const

/** The outline of a shape around the origin, as path data; y grows downwards. A ring is drawn with a stroke. */
export function shapePath(shape: Shape, radius: number): string {
  switch (shape) {
    case 'circle':
      return circlePath(radius)
    case 'ring':
      return circlePath(radius - 1)
    case 'square':
      return roundedSquare(radius * reach.square, 2.5)
    case 'diamond':
      return polygon([0, 90, 180, 270], radius * reach.diamond)
    case 'triangle':
      return polygon([270, 30, 150], radius * reach.triangle)
    case 'hexagon':
      return polygon([0, 60, 120, 180, 240, 300], radius * reach.hexagon)
    case 'pin':
      return pinPath(radius)
  }
}

function circlePath(radius: number): string {
  const r = n(radius)
  return `M${n(-radius)} 0a${r} ${r} 0 1 0 ${n(2 * radius)} 0a${r} ${r} 0 1 0 ${n(-2 * radius)} 0z`
}

function polygon(angles: readonly number[], radius: number): string {
  const corners = angles.map((angle) => {
    const turn = (angle * Math.PI) / 180
    return `${n(radius * Math.cos(turn))} ${n(radius * Math.sin(turn))}`
  })
  return `M${corners.join('L')}z`
}

function roundedSquare(half: number, corner: number): string {
  const side = n(2 * (half - corner))
  const c = n(corner)
  return (
    `M${n(-half)} ${n(corner - half)}a${c} ${c} 0 0 1 ${c} ${n(-corner)}h${side}a${c} ${c} 0 0 1 ${c} ${c}v${side}` +
    `a${c} ${c} 0 0 1 ${n(-corner)} ${c}h${n(-2 * (half - corner))}a${c} ${c} 0 0 1 ${n(-corner)} ${n(-corner)}z`
  )
}

/** A drop with its tip down: a head of 0.8 radius whose tangents meet at the tip, with a hole. */
export const pin = { head: 0.8, lift: 0.35, tip: 1.25, hole: 0.32 } as const

function pinPath(radius: number): string {
  const head = radius * pin.head
  const middle = -radius * pin.lift
  const tip = radius * pin.tip
  const distance = tip - middle
  const sine = head / distance
  const x = head * Math.sqrt(1 - sine * sine)
  const y = middle + head * sine
  const hole = radius * pin.hole
  const h = n(hole)
  return (
    `M0 ${n(tip)}L${n(-x)} ${n(y)}A${n(head)} ${n(head)} 0 1 1 ${n(x)} ${n(y)}z` +
    `M${n(-hole)} ${n(middle)}a${h} ${h} 0 1 0 ${n(2 * hole)} 0a${h} ${h} 0 1 0 ${n(-2 * hole)} 0z`
  )
}
