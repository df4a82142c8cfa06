/** What of `@actions/core` a job uses; imported when the first of it is needed. */
export { error, getIDToken, notice, saveState, setOutput, setSecret, summary, warning } from "@actions/core";
