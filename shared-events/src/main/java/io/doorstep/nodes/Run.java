package io.doorstep.nodes;

import java.time.Duration;

/** 本次运行。 What this process says of itself. */
record Run(NodeName name, String id, String services, String version, Duration ahead) {}
