/** 摘要。 Fingerprints of contents and of secrets too random to be guessed. */
@NullMarked
package io.doorstep.digest;

import org.jspecify.annotations.NullMarked;
