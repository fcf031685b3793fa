/** 决定的依据。 What every decision is made of: what is asked, what the case remembers, the circumstances, and every no. */
@NullMarked
package io.doorstep.command.cases.decision;

import org.jspecify.annotations.NullMarked;
