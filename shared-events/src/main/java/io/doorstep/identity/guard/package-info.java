/** 防猜测。 Slows down who guesses passwords, without locking out whose they are, and keeps the security log. */
@NullMarked
package io.doorstep.identity.guard;

import org.jspecify.annotations.NullMarked;
