package io.doorstep.query.asof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/**
 * 案情的文字形式。 The JSON in which {@code case_state.detail} keeps a case; it lives no longer than the table. Moments are
 * nanoseconds and days are days since 1970: figures read very many cases, and dates as texts cost them most. Those that an
 * earlier version left there are read as well.
 */
public final class CaseJson {

    private static final long NANOS = 1_000_000_000L;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(new MomentWriter())
                    .addDeserializer(Instant.class, new MomentReader())
                    .addSerializer(new DayWriter())
                    .addDeserializer(LocalDate.class, new DayReader()))
            .build();

    private CaseJson() {}

    /** Writes a case; {@code dates} learns of every moment and day that stands in it. */
    static byte[] write(CaseAsOf state, Dates dates) {
        return JSON.writer().withAttribute(Dates.class, dates).writeValueAsBytes(state);
    }

    public static CaseAsOf read(byte[] detail) {
        return JSON.readValue(detail, CaseAsOf.class);
    }

    private static Dates dates(SerializationContext writing) {
        return (Dates) Objects.requireNonNull(writing.getAttribute(Dates.class));
    }

    private static final class MomentWriter extends StdScalarSerializer<Instant> {

        MomentWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant moment, JsonGenerator to, SerializationContext writing) {
            dates(writing).take(moment);
            to.writeNumber(Math.addExact(Math.multiplyExact(moment.getEpochSecond(), NANOS), moment.getNano()));
        }
    }

    private static final class MomentReader extends StdScalarDeserializer<Instant> {

        MomentReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser from, DeserializationContext reading) {
            if (from.hasToken(JsonToken.VALUE_STRING)) {
                return Instant.parse(from.getString());
            }
            var nanos = from.getLongValue();
            return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
        }
    }

    private static final class DayWriter extends StdScalarSerializer<LocalDate> {

        DayWriter() {
            super(LocalDate.class);
        }

        @Override
        public void serialize(LocalDate day, JsonGenerator to, SerializationContext writing) {
            dates(writing).take(day);
            to.writeNumber(day.toEpochDay());
        }
    }

    private static final class DayReader extends StdScalarDeserializer<LocalDate> {

        DayReader() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser from, DeserializationContext reading) {
            return from.hasToken(JsonToken.VALUE_STRING)
                    ? LocalDate.parse(from.getString())
                    : LocalDate.ofEpochDay(from.getLongValue());
        }
    }
}
