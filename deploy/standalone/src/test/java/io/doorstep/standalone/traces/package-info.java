/** 链路追踪的试验。 What arrives at a collector, and what never leaves. */
@NullMarked
package io.doorstep.standalone.traces;

import org.jspecify.annotations.NullMarked;
