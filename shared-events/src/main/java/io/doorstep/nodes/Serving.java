package io.doorstep.nodes;

/** 所供服务。 Says that a service runs in this process; each service has one such part. */
public record Serving(String service) {}
