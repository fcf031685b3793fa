/** 地图测试。 What is taken for an outline and what is not. */
@NullMarked
package io.doorstep.query.map;

import org.jspecify.annotations.NullMarked;
