/** 单机版。 Both services in one process on an embedded database: what a county office starts with one command. */
@NullMarked
package io.doorstep.standalone;

import org.jspecify.annotations.NullMarked;
