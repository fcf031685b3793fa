package io.doorstep.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** 出场者。 A contestant in a process of its own, so that neither heap nor compiled code are shared. */
final class Entrant implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;

    private Entrant(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static Entrant start(Contestants which, Database database, Path folder) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dlogback.configurationFile=quiet.xml",
                "-cp",
                System.getProperty(which == Contestants.DOORSTEP_BEFORE ? "benchmark.before" : "java.class.path")));
        for (var option : System.getProperty("benchmark.jvm", "").split(" ", -1)) {
            if (!option.isBlank()) {
                command.add(1, option.replace("{name}", which.name()));
            }
        }
        command.addAll(List.of(Turn.class.getName(), which.name(), database.url(), database.user(), folder.toString()));
        var log = new File(folder.toFile(), which.name() + ".log");
        return new Entrant(new ProcessBuilder(command).redirectError(log).start());
    }

    /** Waits until it has started. */
    void ready() throws IOException {
        answer();
    }

    Measured run(int clients, double seconds) throws IOException {
        questions.println(clients + " " + seconds);
        return Measured.of(answer());
    }

    private String answer() throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(Turn.ANSWER)) {
                return line.substring(Turn.ANSWER.length());
            }
        }
        throw new IOException("the contestant ended before it answered");
    }

    @Override
    public void close() {
        questions.close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
