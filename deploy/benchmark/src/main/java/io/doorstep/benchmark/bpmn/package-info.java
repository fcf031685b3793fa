/** 流程引擎。 The same seven steps as a process of user tasks, on two engines with full history. */
@NullMarked
package io.doorstep.benchmark.bpmn;

import org.jspecify.annotations.NullMarked;
