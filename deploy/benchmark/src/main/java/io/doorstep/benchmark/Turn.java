package io.doorstep.benchmark;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** 一个进程。 Holds one contestant in a process of its own and lets it run whenever a line asks for clients and seconds. */
final class Turn {
    static final String ANSWER = "@@ ";

    private Turn() {}

    public static void main(String[] arguments) throws Exception {
        var which = Contestants.valueOf(arguments[0]);
        try (var contestant = which.on(new Database(arguments[1], arguments[2]), Path.of(arguments[3]));
                var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Proof.of(which, contestant);
            answer("ready");
            for (var line = asked.readLine(); line != null && !line.isBlank(); line = asked.readLine()) {
                var words = line.split(" ", -1);
                answer(Load.run(contestant, Integer.parseInt(words[0]), Double.parseDouble(words[1]))
                        .line());
            }
        }
        System.exit(0);
    }

    private static void answer(String words) {
        System.out.println(ANSWER + words);
        System.out.flush();
    }
}
