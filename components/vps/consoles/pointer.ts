/** Whether the person points with a finger: focus in a text field then opens the phone's keyboard. */
export const isTouch = (): boolean => window.matchMedia('(pointer: coarse)').matches;

/** Leaves the focus where it is while a button is pressed: in the console, whose phone's keyboard stays open by it. */
export const keepFocus = (event: { preventDefault: () => void }): void => event.preventDefault();
