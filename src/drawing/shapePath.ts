import { formatPathNumber } from './geometry'
import type { NodeShape } from './nodeStyles'

/** Factors for the radius of each shape, so that all look equally large. The shader uses the same numbers. */
export const shapeRadiusFactors = { square: 0.88, diamond: 1.2, triangle: 1.25, hexagon: 1.12 } as const

/** The outline of a shape around the origin, as path data; y points downwards. A ring is drawn with a stroke. */
export function shapePath(shape: NodeShape, radius: number): string {
  switch (shape) {
    case 'circle':
      return circlePath(radius)
    case 'ring':
      return circlePath(radius - 1)
    case 'square':
      return roundedSquare(radius * shapeRadiusFactors.square, 2.5)
    case 'diamond':
      return polygon([0, 90, 180, 270], radius * shapeRadiusFactors.diamond)
    case 'triangle':
      return polygon([270, 30, 150], radius * shapeRadiusFactors.triangle)
    case 'hexagon':
      return polygon([0, 60, 120, 180, 240, 300], radius * shapeRadiusFactors.hexagon)
    case 'pin':
      return pinPath(radius)
  }
}

function circlePath(radius: number): string {
  const r = formatPathNumber(radius)
  return `M${formatPathNumber(-radius)} 0a${r} ${r} 0 1 0 ${formatPathNumber(2 * radius)} 0a${r} ${r} 0 1 0 ${formatPathNumber(-2 * radius)} 0z`
}

function polygon(angles: readonly number[], radius: number): string {
  const corners = angles.map((angle) => {
    const turn = (angle * Math.PI) / 180
    return `${formatPathNumber(radius * Math.cos(turn))} ${formatPathNumber(radius * Math.sin(turn))}`
  })
  return `M${corners.join('L')}z`
}

function roundedSquare(half: number, corner: number): string {
  const side = formatPathNumber(2 * (half - corner))
  const c = formatPathNumber(corner)
  return (
    `M${formatPathNumber(-half)} ${formatPathNumber(corner - half)}a${c} ${c} 0 0 1 ${c} ${formatPathNumber(-corner)}h${side}a${c} ${c} 0 0 1 ${c} ${c}v${side}` +
    `a${c} ${c} 0 0 1 ${formatPathNumber(-corner)} ${c}h${formatPathNumber(-2 * (half - corner))}a${c} ${c} 0 0 1 ${formatPathNumber(-corner)} ${formatPathNumber(-corner)}z`
  )
}

/** A drop with its tip down: a head of 0.8 times the radius, whose tangents meet at the tip, with a hole. */
export const pinGeometry = { head: 0.8, lift: 0.35, tip: 1.25, hole: 0.32 } as const

function pinPath(radius: number): string {
  const head = radius * pinGeometry.head
  const middle = -radius * pinGeometry.lift
  const tip = radius * pinGeometry.tip
  const distance = tip - middle
  const sine = head / distance
  const x = head * Math.sqrt(1 - sine * sine)
  const y = middle + head * sine
  const hole = radius * pinGeometry.hole
  const h = formatPathNumber(hole)
  return (
    `M0 ${formatPathNumber(tip)}L${formatPathNumber(-x)} ${formatPathNumber(y)}A${formatPathNumber(head)} ${formatPathNumber(head)} 0 1 1 ${formatPathNumber(x)} ${formatPathNumber(y)}z` +
    `M${formatPathNumber(-hole)} ${formatPathNumber(middle)}a${h} ${h} 0 1 0 ${formatPathNumber(2 * hole)} 0a${h} ${h} 0 1 0 ${formatPathNumber(-2 * hole)} 0z`
  )
}
