/** Whether somebody holds a lock of this name, in this tab or another. */
export const isLockHeld = (locks: LockManager, name: string): Promise<boolean> =>
  locks.query().then(
    ({ held = [] }) => held.some((lock) => lock.name === name),
    () => false,
  )
