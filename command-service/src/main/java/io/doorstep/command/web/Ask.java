package io.doorstep.command.web;

import io.doorstep.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * 来件。 What comes with every POST besides its body.
 *
 * @param path of the request; part of what must be the same when a command is repeated
 * @param idempotencyKey header {@code Idempotency-Key}
 * @param ifMatch version in header {@code If-Match}
 */
public record Ask(
        Actor actor,
        String path,
        @Nullable String idempotencyKey,
        @Nullable Long ifMatch) {}
