import { PawlError } from "../kernel/errors.ts";
import type { Log } from "../ports/log.ts";
import type { ModelProvider } from "../ports/model-provider.ts";

/**
 * The provider of a model name, made when the first agent step asks for it, so that a run without one never loads the SDK.
 *
 * @throws PawlError `model.no_key`, with what to set
 */
export function modelProviders(
  settings: { readonly apiKey: string | undefined; readonly baseUrl: string | undefined },
  log: Log,
): (model: string) => Promise<ModelProvider> {
  let provider: Promise<ModelProvider> | undefined;
  return async () => {
    const { apiKey, baseUrl } = settings;
    if (apiKey === undefined || apiKey === "") {
      throw new PawlError({
        code: "model.no_key",
        kind: "permanent",
        message: "This workflow has an agent step, and no key for the model is set.",
        remedy:
          "Set ANTHROPIC_API_KEY in the environment; in a GitHub workflow, give the action the input anthropic_api_key: ${{ secrets.ANTHROPIC_API_KEY }}.",
      });
    }
    provider ??= import("../adapters/model-provider/anthropic.ts").then(({ createAnthropicProvider }) =>
      createAnthropicProvider({ apiKey, log, ...(baseUrl === undefined ? {} : { baseUrl }) }),
    );
    return provider;
  };
}
