package io.doorstep.standalone.acceptance;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** 慢线路。 A line to a port of this machine on which every answer comes late, or none at all while it stands still. */
final class SlowWire implements AutoCloseable {

    private final ServerSocket door;
    private final int to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long millis;
    private volatile boolean still;

    SlowWire(int to) throws IOException {
        this.to = to;
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on, each piece of an answer is so much later. */
    void delay(long answerMillis) {
        millis = answerMillis;
    }

    void standStill() {
        still = true;
    }

    void goOn() {
        still = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), to);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                open.add(near);
                open.add(far);
                daemon(() -> pump(near, far, false));
                daemon(() -> pump(far, near, true));
            } catch (IOException closed) {
                // the next who knocks may have more luck
            }
        }
    }

    private void pump(Socket from, Socket into, boolean late) {
        var piece = new byte[16_384];
        try (from;
                into) {
            var input = from.getInputStream();
            var output = into.getOutputStream();
            for (var read = input.read(piece); read >= 0; read = input.read(piece)) {
                while (still) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                }
                if (late && millis > 0) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
                }
                output.write(piece, 0, read);
                output.flush();
            }
        } catch (IOException closed) {
            // one end is gone: so is the other
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "slow-wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        still = false;
        door.close();
        for (Closeable one : open) {
            one.close();
        }
    }
}
