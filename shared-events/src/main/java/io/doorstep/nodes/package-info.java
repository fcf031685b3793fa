/** 节点。 Which processes of the product work on this database, by a sign of life of each, and whose clock counts. */
@NullMarked
package io.doorstep.nodes;

import org.jspecify.annotations.NullMarked;
