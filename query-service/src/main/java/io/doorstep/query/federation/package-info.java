/** 上下联通页。 What a county hands up, and how fresh the copies are that the level above has of its counties (docs/federation.md). */
@NullMarked
package io.doorstep.query.federation;

import org.jspecify.annotations.NullMarked;
