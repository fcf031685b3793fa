package io.doorstep.command.imports;

import io.doorstep.web.FieldProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** 表单各部分。 What was sent along, whether as a file or as a field of the form. */
record Parts(MultipartHttpServletRequest request) {

    byte @Nullable [] content(String name) {
        try {
            var file = request.getFile(name);
            if (file != null) {
                return file.getBytes();
            }
            var field = request.getParameter(name);
            return field == null ? null : field.getBytes(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Nullable
    String text(String name) {
        var content = content(name);
        return content == null ? null : new String(content, StandardCharsets.UTF_8);
    }

    /** The text; null when nothing was typed. */
    @Nullable
    String word(String name) {
        var text = text(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    boolean flag(String name, List<FieldProblem> problems) {
        var word = word(name);
        if (word != null && !List.of("true", "false").contains(word)) {
            problems.add(FieldProblem.of(name, "NOT_A_BOOLEAN"));
        }
        return "true".equals(word);
    }
}
