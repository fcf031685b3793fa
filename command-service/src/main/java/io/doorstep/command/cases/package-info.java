/** 案件聚合。 The case as Axon loads and stores it; what it decides lies with each verb below. */
@NullMarked
package io.doorstep.command.cases;

import org.jspecify.annotations.NullMarked;
