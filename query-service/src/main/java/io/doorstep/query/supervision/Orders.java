package io.doorstep.query.supervision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.doorstep.query.layout.Paged;
import java.util.Map;

/** 一页督办台账。 With how many orders there are in each state, whichever is listed. */
record Orders(@JsonUnwrapped Paged<Order> page, Map<String, Long> states) {}
