package io.doorstep.standalone.traces;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** 线上格式。 A message of Protocol Buffers as its numbered fields; enough to read what OTLP sends. */
final class Wire {

    private static final class Field {
        private final int number;
        private final byte[] bytes;
        private final long value;

        Field(int number, byte[] bytes, long value) {
            this.number = number;
            this.bytes = bytes;
            this.value = value;
        }
    }

    private final List<Field> fields = new ArrayList<>();

    private Wire(byte[] message) {
        var in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            var tag = varint(in);
            var number = (int) (tag >>> 3);
            switch ((int) (tag & 7)) {
                case 0 -> fields.add(new Field(number, new byte[0], varint(in)));
                case 1 -> fields.add(new Field(number, new byte[0], in.getLong()));
                case 2 -> {
                    var bytes = new byte[(int) varint(in)];
                    in.get(bytes);
                    fields.add(new Field(number, bytes, 0));
                }
                case 5 -> fields.add(new Field(number, new byte[0], in.getInt()));
                default -> throw new IllegalArgumentException("no message of Protocol Buffers");
            }
        }
    }

    static Wire of(byte[] message) {
        return new Wire(message);
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (var shift = 0; ; shift += 7) {
            var next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    Stream<Wire> messages(int number) {
        return fields.stream().filter(field -> field.number == number).map(field -> new Wire(field.bytes));
    }

    String text(int number) {
        return new String(bytes(number), StandardCharsets.UTF_8);
    }

    String hex(int number) {
        return HexFormat.of().formatHex(bytes(number));
    }

    long value(int number) {
        return fields.stream()
                .filter(field -> field.number == number)
                .mapToLong(field -> field.value)
                .findFirst()
                .orElse(0);
    }

    private byte[] bytes(int number) {
        return fields.stream()
                .filter(field -> field.number == number)
                .map(field -> field.bytes)
                .findFirst()
                .orElseGet(() -> new byte[0]);
    }
}
