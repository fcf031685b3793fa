package io.doorstep.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * 测得值。 What one turn of a contestant came to.
 *
 * @param lives case lives acknowledged in a second
 * @param settled the same, the time counted until the lists showed them
 * @param p50 milliseconds of a step
 * @param p99 milliseconds of a step
 * @param cpu milliseconds of processor time of a life, the database's own process not counted
 * @param server milliseconds of processor time of a life that PostgreSQL took; 0 on H2, which is in the same process
 * @param heap megabytes of the heap in use after a collection
 * @param n lives
 */
record Measured(double lives, double settled, double p50, double p99, double cpu, double server, double heap, int n) {

    String line() {
        return DoubleStream.of(lives, settled, p50, p99, cpu, server, heap, n)
                .mapToObj(Double::toString)
                .collect(Collectors.joining(" "));
    }

    static Measured of(String line) {
        var numbers = Arrays.stream(line.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Measured(
                numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], (int) numbers[7]);
    }

    /** The same, with what the database server took for all of it. */
    Measured with(Duration server) {
        return new Measured(lives, settled, p50, p99, cpu, n == 0 ? 0 : server.toNanos() / 1e6 / n, heap, n);
    }
}
