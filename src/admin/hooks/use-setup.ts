import { post } from "../lib/client"
import type {
  AdminSetupStateResponse,
  AdminSetupStep,
  AdminTestKeysResponse,
  AdminTestNoticeResponse,
} from "../../http-types"
import { useAction } from "./use-action"
import { useResource } from "./use-resource"
import { useText } from "./use-text"

/** Whether the set-up page has a place in the menu; false until the store has said so. */
export function useSetupIsOpen(): boolean {
  const { data } = useResource<AdminSetupStateResponse>("/setup/state")
  return data?.setup.is_open ?? false
}

/** Asks the gateway now; what it answers shows among the step's checks. */
export function useTestKeys(provider: string | null) {
  const { t } = useText()
  return useAction<void, AdminTestKeysResponse>({
    run: () => post("/setup/test-keys", { provider_id: provider }),
    done: ({ checks }) =>
      checks.some(({ id, state }) => id === "credentials" && state === "ok")
        ? t("health_page.tested_ok")
        : null,
  })
}

/** Sends the store's hook a notice; what came of it shows among the step's checks. */
export function useTestNotice(provider: string | null) {
  const { t } = useText()
  return useAction<void, AdminTestNoticeResponse>({
    run: () => post("/setup/test-notice", { provider_id: provider }),
    done: ({ test_notice }) =>
      test_notice.outcome === "returned" ? t("setup.notice_returned") : null,
  })
}

export function useSkipStep(step: AdminSetupStep) {
  return useAction({
    run: (skipped: boolean) => post("/setup/skip", { step: step.id, skipped }),
  })
}

export function useDismissSetup() {
  const { t } = useText()
  return useAction({
    run: (dismissed: boolean) => post("/setup/dismiss", { dismissed }),
    done: (_, dismissed) =>
      dismissed ? t("setup.dismissed", { page: t("menu.health") }) : t("setup.brought_back"),
  })
}
