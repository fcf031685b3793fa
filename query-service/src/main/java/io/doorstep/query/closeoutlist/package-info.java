/** 销号清单。 What is resolved and waits to be struck off, and what was struck off in a window: gross and net. */
@NullMarked
package io.doorstep.query.closeoutlist;

import org.jspecify.annotations.NullMarked;
