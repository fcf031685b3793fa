/** 个人信息保护页。 Requests to erase a person's data: which wait for whom, and what became of the others. */
@NullMarked
package io.doorstep.query.privacy;

import org.jspecify.annotations.NullMarked;
