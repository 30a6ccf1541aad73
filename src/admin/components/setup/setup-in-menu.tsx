import { useSetupIsOpen } from "../../hooks/use-setup"

/** The innermost entry of the dashboard's menu that leads to the page. */
const ENTRY = 'nav li:not(:has(li)):has(a[href$="/pagoefectivo/setup"])'

/**
 * Takes the set-up page out of the menu, which the dashboard builds once and for all. Its entries show
 * on the plugin's pages only, each of which has this.
 */
export function SetupInMenu() {
  return useSetupIsOpen() ? null : <style>{`${ENTRY} { display: none }`}</style>
}
