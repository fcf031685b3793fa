package io.doorstep.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 无个人信息的错误记录。 A stack trace for the log without the messages, which may quote what somebody typed. */
public final class Traces {

    private static final int FRAMES = 25;

    private Traces() {}

    public static String withoutData(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(5)
                .map(cause -> cause.getClass().getName()
                        + Stream.of(cause.getStackTrace())
                                .limit(FRAMES)
                                .map(frame -> "\n    at " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n  caused by "));
    }
}
