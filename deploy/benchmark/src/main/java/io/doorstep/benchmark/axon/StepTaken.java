package io.doorstep.benchmark.axon;

import io.doorstep.benchmark.Step;

record StepTaken(String id, Step step, String words) {}
