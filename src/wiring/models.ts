import { PawlError } from "../kernel/errors.ts";
import type { Log } from "../ports/log.ts";
import type { ModelProvider } from "../ports/model-provider.ts";
import type { Redactor } from "../ports/secrets.ts";

export interface ModelSettings {
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
  /** A recording to answer from, strictly, instead of asking a model (`PAWL_MODEL_REPLAY`). */
  readonly replay?: string | undefined;
  /** Where to write down every exchange, without secrets (`PAWL_MODEL_RECORD`). */
  readonly record?: { readonly file: string; readonly redactor: Redactor };
}

/**
 * The provider of a model name, made when the first agent step asks for it, so that a run without one never loads the SDK.
 *
 * @throws PawlError `model.no_key`, with what to set
 */
export function modelProviders(settings: ModelSettings, log: Log): (model: string) => Promise<ModelProvider> {
  let provider: Promise<ModelProvider> | undefined;
  return async () => {
    const { apiKey, baseUrl, replay, record } = settings;
    if (replay !== undefined && replay !== "") {
      provider ??= import("../adapters/model-provider/recording.ts").then(({ replayProvider }) =>
        replayProvider(replay),
      );
      return provider;
    }
    if (apiKey === undefined || apiKey === "") {
      throw new PawlError({
        code: "model.no_key",
        kind: "permanent",
        message: "This workflow has an agent step, and no key for the model is set.",
        remedy:
          "Set ANTHROPIC_API_KEY in the environment; in a GitHub workflow, give the action the input anthropic_api_key: ${{ secrets.ANTHROPIC_API_KEY }}.",
      });
    }
    provider ??= import("../adapters/model-provider/anthropic.ts").then(async ({ createAnthropicProvider }) => {
      const anthropic = createAnthropicProvider({ apiKey, log, ...(baseUrl === undefined ? {} : { baseUrl }) });
      if (record === undefined || record.file === "") return anthropic;
      const { recordingProvider } = await import("../adapters/model-provider/recording.ts");
      return recordingProvider(anthropic, record.file, (exchange) => record.redactor.redactJson(exchange));
    });
    return provider;
  };
}
