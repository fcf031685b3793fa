/** 事实的保管。 How facts are kept: tables, order of appending, serialisation, migrations, and the check at start-up. */
@NullMarked
package io.doorstep.store;

import org.jspecify.annotations.NullMarked;
