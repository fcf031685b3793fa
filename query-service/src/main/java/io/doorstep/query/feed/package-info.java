/** 事实流。 Facts for programs that follow along: CloudEvents in the order of the ledger, with a cursor (docs/feed.md). */
@NullMarked
package io.doorstep.query.feed;

import org.jspecify.annotations.NullMarked;
