/** 验收。 The product as its users meet it: a process of its own, over HTTP, on real databases; killed, raced, and fed with ledgers. */
@NullMarked
package io.doorstep.standalone.acceptance;

import org.jspecify.annotations.NullMarked;
