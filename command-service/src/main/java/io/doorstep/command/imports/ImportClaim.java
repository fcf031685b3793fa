package io.doorstep.command.imports;

import io.doorstep.identity.Actor;

/**
 * 领取。 An import that this node works on.
 *
 * @param nextLine the first line that is not yet on record
 * @param dryRun whether nothing shall come in
 */
record ImportClaim(String importId, Actor requester, long nextLine, boolean dryRun) {}
