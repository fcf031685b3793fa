/** 演示测试。 The demonstration's data. */
@NullMarked
package io.doorstep.standalone.demo;

import org.jspecify.annotations.NullMarked;
