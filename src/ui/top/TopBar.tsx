import { useNarrowScreen } from '../controls/useNarrowScreen'
import { PhoneBar } from './PhoneBar'
import { WideBar } from './WideBar'

/** What stands above everything: what is open, how it is looked at, and what can be done with it. */
export function TopBar() {
  return useNarrowScreen() ? <PhoneBar /> : <WideBar />
}
