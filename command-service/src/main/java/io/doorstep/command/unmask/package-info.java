/** 查看完整信息。 Puts on record that somebody asks for unmasked personal data, before anything is shown. */
@NullMarked
package io.doorstep.command.unmask;

import org.jspecify.annotations.NullMarked;
