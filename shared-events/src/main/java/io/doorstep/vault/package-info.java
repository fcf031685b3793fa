/** 密钥库。 Seals personal words under a key per person or case; the keys are wrapped by a master key outside the database. */
@NullMarked
package io.doorstep.vault;

import org.jspecify.annotations.NullMarked;
