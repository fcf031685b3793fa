/** 走访手机。 Telephones that somebody goes on visits with: each signs in with a token of its own, until it is lost. */
@NullMarked
package io.doorstep.identity.device;

import org.jspecify.annotations.NullMarked;
