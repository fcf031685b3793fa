/** 查阅。 What lists, figures and cases cost to read when there are very many, beside the product's own SQL without the product. */
@NullMarked
package io.doorstep.benchmark.reading;

import org.jspecify.annotations.NullMarked;
