/** 节点的测试。 */
@NullMarked
package io.doorstep.nodes;

import org.jspecify.annotations.NullMarked;
