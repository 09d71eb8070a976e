/** Line icons on a grid of 16 by 16: path data, drawn with a stroke of 1.5. */
const paths = {
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0a4.5 4.5 0 0 1 9 0zM10.5 10.5l3 3',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM10 8a2 2 0 1 1-4 0a2 2 0 0 1 4 0z',
  'eye-off':
    'M6.3 3.8A6 6 0 0 1 8 3.5C12 3.5 14.5 8 14.5 8a12 12 0 0 1-1.7 2.2M10 11.9a5.5 5.5 0 0 1-2 .6C4 12.5 1.5 8 1.5 8a12 12 0 0 1 2.6-3.1M2.5 2.5l11 11',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  minus: 'M3 8h10',
  plus: 'M8 3v10M3 8h10',
  out: 'M13.5 8a5.5 5.5 0 1 1-11 0a5.5 5.5 0 0 1 11 0zM5.5 8h5',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  lasso: 'M8 2.5c3.3 0 6 1.8 6 4s-2.7 4-6 4-6-1.8-6-4 2.7-4 6-4zM4.5 9.8c-1.2.7-1 2.2.3 2.2 1.2 0 1.2 1.5.2 2',
  layout:
    'M5.8 4a1.8 1.8 0 1 1-3.6 0a1.8 1.8 0 0 1 3.6 0zM13.8 5a1.8 1.8 0 1 1-3.6 0a1.8 1.8 0 0 1 3.6 0zM8.8 12a1.8 1.8 0 1 1-3.6 0a1.8 1.8 0 0 1 3.6 0zM5.8 4.2l4.4.6M4.7 5.7l1.6 4.6M10.9 6.4 8.1 10.5',
  legend:
    'M5.5 4a1.5 1.5 0 1 1-3 0a1.5 1.5 0 0 1 3 0zM5.5 12a1.5 1.5 0 1 1-3 0a1.5 1.5 0 0 1 3 0zM8 4h5.5M8 12h5.5M2.5 8h2M6.5 8h2M10.5 8h2',
  right: 'm6 4 4 4-4 4',
  down: 'm4 6 4 4 4-4',
  left: 'm10 4-4 4 4 4',
  up: 'm4 10 4-4 4 4',
  share: 'M8 9.5v-7M5 5l3-3 3 3M3.5 8v5.5h9V8',
  export: 'M8 2.5v7M5 7l3 3 3-3M2.5 11v2.5h11V11',
  open: 'M2.5 12.5v-9h4l1.5 2h5.5v7zM2.5 7.5h11',
  pin: 'M5.5 2.5h5l-.5 4.5 2 2H4l2-2zM8 9v5',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  link: 'M6.5 9.5a2.7 2.7 0 0 0 4 0l2.3-2.3a2.8 2.8 0 0 0-4-4L7.6 4.4M9.5 6.5a2.7 2.7 0 0 0-4 0L3.2 8.8a2.8 2.8 0 0 0 4 4l1.2-1.2',
  external: 'M6.5 3.5h-3v9h9v-3M9 2.5h4.5V7M13.5 2.5 7.5 8.5',
  command: 'm3 5 3 3-3 3M8 11.5h5',
  keyboard: 'M1.5 4.5h13v7h-13zM4 7h.01M6.7 7h.01M9.3 7h.01M12 7h.01M5 9.5h6',
  play: 'M5 3.5v9l7-4.5z',
  stop: 'M4.5 4.5h7v7h-7z',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  back: 'M6.5 4 2.5 8l4 4M2.5 8h11',
  varies: 'M10.5 8a4.5 4.5 0 1 1-9 0a4.5 4.5 0 0 1 9 0zM14.5 8a4.5 4.5 0 1 1-9 0a4.5 4.5 0 0 1 9 0z',
  light:
    'M10.8 8a2.8 2.8 0 1 1-5.6 0a2.8 2.8 0 0 1 5.6 0zM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9',
  dark: 'M13 9.7A5.6 5.6 0 0 1 6.3 3a5.6 5.6 0 1 0 6.7 6.7z',
  system: 'M2 3h12v8H2zM5.5 13.5h5',
  document: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3M6.5 8.5h3M6.5 11h3',
  money: 'M1.5 4.5h13v7h-13zM10 8a2 2 0 1 1-4 0a2 2 0 0 1 4 0zM4 8h.01M12 8h.01',
  metrics: 'M2.5 13.5h11M4 11V8M8 11V3M12 11V6',
  info: 'M13.5 8a5.5 5.5 0 1 1-11 0a5.5 5.5 0 0 1 11 0zM8 7.5v3.5M8 5h.01',
  'panel-left': 'M2.5 3h11v10h-11zM6 3v10',
  'panel-right': 'M2.5 3h11v10h-11zM10 3v10',
} as const

export type IconName = keyof typeof paths | 'theme'

/** A line icon in the colour of the text around it. Screen readers ignore it, so the button needs a name. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      {name === 'theme' ? <HalfDisc /> : <path d={paths[name]} />}
    </svg>
  )
}

/** The only icon with a filled part. */
const HalfDisc = () => (
  <>
    <circle cx="8" cy="8" r="5.5" />
    <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
  </>
)

/** Two links, each through the other. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M11.8 4.6a4.6 4.6 0 1 1 0 10.8c-2-.7-2.8-2.6-3.6-5.4S6.6 5.5 5.4 5.1" />
      <path d="M8.2 15.4A4.6 4.6 0 1 1 6.4 5.1M8.2 15.4c1.2-.5 2-1.5 2.5-2.9" />
    </svg>
  )
}
