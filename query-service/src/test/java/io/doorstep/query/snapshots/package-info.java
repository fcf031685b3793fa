/** 定格件的测试。 Tests of what was published and of its restatements. */
@org.jspecify.annotations.NullMarked
package io.doorstep.query.snapshots;
