import type { Account } from "../ports/repository-host.ts";
import type { SelfIdentity } from "./authority.ts";

/** Whether content carries this Pawl's own account; when neither its number nor its name is known, any bot's might be, and the signature decides. */
export function writtenBySelf(author: Account, self: SelfIdentity): boolean {
  if (self.accountId !== undefined) return author.id === self.accountId;
  if (self.login !== undefined) return author.login === self.login;
  return author.type === "Bot";
}
