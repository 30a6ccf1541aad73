import { useEffect, type RefObject } from "react"

/**
 * `/` jumps to the search, and so does Ctrl (or ⌘) with Shift and K also while typing: Ctrl and K alone
 * is the dashboard's own search. Not while a dialog is open, which keeps the focus.
 */
export function useSearchKey(input: RefObject<HTMLInputElement>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isAsked(event) || document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener("keydown", onKeyDown)
    return () => document.removeEventListener("keydown", onKeyDown)
  }, [input])
}

function isAsked({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): boolean {
  const withCommand = ctrlKey || metaKey
  if (withCommand && shiftKey && !altKey) return key.toLowerCase() === "k"
  return key === "/" && !withCommand && !altKey && !isTyping(target)
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(TYPED_INTO) !== null
}

const TYPED_INTO = 'input, textarea, select, [contenteditable="true"]'
