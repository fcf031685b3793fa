/** 验真程序。 A program of its own that checks a history from outside: see docs/operations.md. */
@NullMarked
package io.doorstep.verifier;

import org.jspecify.annotations.NullMarked;
