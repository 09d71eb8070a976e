/**
 * Natural logarithms of four numbers of at least 1. x is m times a power of two with m from about 0.7 to 1.4, and
 * log m = 2 artanh s with s = (m - 1) / (m + 1), whose series up to the ninth power is exact to one in ten million.
 */
export function log(x: v128): v128 {
  const one = f32x4.splat(1)
  const rootOfHalf = i32x4.splat(0x3f3504f3)
  const power = i32x4.shr_s(i32x4.sub(x, rootOfHalf), 23)
  const m = i32x4.sub(x, i32x4.shl(power, 23))
  const s = f32x4.div(f32x4.sub(m, one), f32x4.add(m, one))
  const square = f32x4.mul(s, s)
  let series = f32x4.splat(1.0 / 9)
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(1.0 / 7))
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(1.0 / 5))
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(1.0 / 3))
  series = f32x4.add(f32x4.mul(series, square), one)
  const logOfM = f32x4.mul(f32x4.add(s, s), series)
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(power), f32x4.splat(0.6931472)), logOfM)
}
