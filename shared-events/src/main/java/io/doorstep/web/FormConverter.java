package io.doorstep.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** 表单转换。 Lets an endpoint take a {@link Form} as its {@code @RequestBody}. */
public final class FormConverter implements HttpMessageConverter<Form> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** A form from text; {@link Malformed} when it is wrong, under {@code name} when it is no JSON at all. */
    public static <T extends Form> T parse(String text, Class<T> type, String name) {
        try {
            return FormReader.read(JSON.readTree(text), type);
        } catch (JacksonException unreadable) {
            throw new Malformed(FieldProblem.of(name, "NOT_JSON"));
        }
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return Form.class.isAssignableFrom(type);
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType media) {
        return false;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON);
    }

    @Override
    public Form read(Class<? extends Form> type, HttpInputMessage message) throws IOException {
        try {
            return FormReader.read(JSON.readTree(message.getBody()), type);
        } catch (JacksonException unreadable) {
            throw new Malformed(FieldProblem.of("body", "NOT_JSON"));
        }
    }

    @Override
    public void write(Form form, @Nullable MediaType media, HttpOutputMessage message) {
        throw new HttpMessageNotWritableException("forms are only read");
    }
}
