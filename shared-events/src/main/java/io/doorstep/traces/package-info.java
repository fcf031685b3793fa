/** 链路追踪。 What a request, its command and the reading of its facts took, told to a collector by OTLP; off unless one is named. */
@NullMarked
package io.doorstep.traces;

import org.jspecify.annotations.NullMarked;
