package io.doorstep.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** 负载。 A closed loop: each client lives one case after the other and waits for every answer. */
final class Load {

    private Load() {}

    static Measured run(Contestant contestant, int clients, double seconds) throws Exception {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var cpu = cpuNanos();
            var start = System.nanoTime();
            var end = start + (long) (seconds * 1e9);
            var each = pool.invokeAll(Collections.nCopies(clients, client(contestant, end)));
            var done = new ArrayList<long[]>();
            for (var one : each) {
                done.add(one.get());
            }
            var acknowledged = System.nanoTime() - start;
            contestant.settle();
            var settled = System.nanoTime() - start;
            return measured(done, acknowledged, settled, cpuNanos() - cpu);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Starts somewhere in a life's length, or else all clients would report at once and close out at once. */
    private static Callable<long[]> client(Contestant contestant, long end) {
        return () -> {
            var took = new long[1024];
            var n = 0;
            Thread.sleep(ThreadLocalRandom.current().nextInt(20));
            while (System.nanoTime() < end) {
                var life = Life.random();
                for (var step : Step.values()) {
                    var before = System.nanoTime();
                    contestant.take(step, life);
                    if (n == took.length) {
                        took = Arrays.copyOf(took, 2 * n);
                    }
                    took[n++] = System.nanoTime() - before;
                }
            }
            return Arrays.copyOf(took, n);
        };
    }

    private static Measured measured(List<long[]> done, long acknowledged, long settled, long cpu) {
        var all = done.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        var lives = all.length / Step.values().length;
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Measured(
                lives / (acknowledged / 1e9),
                lives / (settled / 1e9),
                percentile(all, 0.50),
                percentile(all, 0.99),
                lives == 0 ? 0 : cpu / 1e6 / lives,
                0,
                heap / 1e6,
                lives);
    }

    private static double percentile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getProcessCpuTime()
                : 0;
    }
}
