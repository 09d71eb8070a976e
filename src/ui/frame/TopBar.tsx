import { useNarrowScreen } from '../controls/useNarrowScreen'
import { PhoneBar } from './PhoneBar'
import { WideBar } from './WideBar'

/** The bar above everything: what is open, the views, and what can be done with it. */
export function TopBar() {
  return useNarrowScreen() ? <PhoneBar /> : <WideBar />
}
