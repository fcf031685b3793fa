/** 无会周的事实。 What a no-meeting week of a county leaves behind: flat records, never renamed, moved or re-checked. */
@NullMarked
package io.doorstep.events.weeks;

import org.jspecify.annotations.NullMarked;
