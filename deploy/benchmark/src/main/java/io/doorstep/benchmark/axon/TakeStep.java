package io.doorstep.benchmark.axon;

import io.doorstep.benchmark.Step;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

record TakeStep(@TargetAggregateIdentifier String id, Step step, String words) {}
