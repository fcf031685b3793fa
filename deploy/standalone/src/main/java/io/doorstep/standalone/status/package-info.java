/** 查看运行状况的命令。 Asks a running office how it is doing, from a machine without a browser. */
@NullMarked
package io.doorstep.standalone.status;

import org.jspecify.annotations.NullMarked;
