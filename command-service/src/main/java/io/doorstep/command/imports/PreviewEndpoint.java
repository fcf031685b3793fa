package io.doorstep.command.imports;

import io.doorstep.command.web.Ask;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

@RestController
class PreviewEndpoint {

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
    private static final Pattern LINE = Pattern.compile("[1-9]\\d{0,6}");
    private static final int LONGEST_SOURCE = 60;

    private final PreviewDesk desk;

    PreviewEndpoint(PreviewDesk desk) {
        this.desk = desk;
    }

    /** 上传的内容。 What is sent along: the file, and how it shall be read. */
    @Schema(name = "LedgerToLookAt")
    record Sent(
            @Schema(type = "string", format = "binary") String file,
            @Nullable String sheet,
            @Nullable String charset,
            @Nullable Integer headingLine) {}

    @Operation(
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Sent.class))))
    @PostMapping(path = "/api/imports/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Preview> look(MultipartHttpServletRequest request, Ask ask, Locale reader) {
        MayImport.or403(ask);
        var parts = new Parts(request);
        var problems = new ArrayList<FieldProblem>();
        var file = parts.content("file");
        if (file == null || file.length == 0) {
            problems.add(FieldProblem.of("file", "REQUIRED"));
        }
        var charset = charset(parts.word("charset"), problems);
        var line = parts.word("headingLine");
        if (line != null && !LINE.matcher(line).matches()) {
            problems.add(FieldProblem.of("headingLine", "NOT_A_NUMBER"));
        }
        if (file == null || !problems.isEmpty()) {
            throw new Malformed(problems);
        }
        var wish = new PreviewDesk.Wish(
                source(request), parts.word("sheet"), charset, line == null ? null : Long.valueOf(line));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(desk.look(file, wish, reader));
    }

    private static @Nullable Charset charset(@Nullable String name, List<FieldProblem> problems) {
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            problems.add(FieldProblem.of("charset", "NOT_A_CHARSET"));
            return null;
        }
    }

    /** The file's name without path and ending. */
    private static String source(MultipartHttpServletRequest request) {
        var file = request.getFile("file");
        var name = file == null ? null : file.getOriginalFilename();
        if (name == null) {
            return "";
        }
        var bare = ENDING.matcher(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))
                .replaceAll("")
                .strip();
        return bare.length() <= LONGEST_SOURCE ? bare : bare.substring(0, LONGEST_SOURCE);
    }
}
