/** 单机版测试。 The whole product in one process, over real HTTP. */
@NullMarked
package io.doorstep.standalone;

import org.jspecify.annotations.NullMarked;
