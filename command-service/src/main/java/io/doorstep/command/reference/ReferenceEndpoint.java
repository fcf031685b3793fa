package io.doorstep.command.reference;

import io.doorstep.command.web.Ask;
import io.doorstep.ledger.UnreadableLedger;
import io.doorstep.reference.loading.LoadReport;
import io.doorstep.reference.loading.ReferenceKind;
import io.doorstep.reference.loading.ReferenceLoading;
import io.doorstep.reference.loading.RefusedLoad;
import io.doorstep.reference.loading.RowFault;
import io.doorstep.terms.Role;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import io.doorstep.web.Problems;
import io.doorstep.web.Times;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Waits for a web face: without one there is nobody to say no to. */
@RestController
@ConditionalOnWebApplication
class ReferenceEndpoint {

    private final ReferenceLoading loading;
    private final Problems problems;
    private final MessageSource messages;

    ReferenceEndpoint(ReferenceLoading loading, Problems problems, MessageSource messages) {
        this.loading = loading;
        this.problems = problems;
        this.messages = messages;
    }

    /** One entry of {@code errors}: what is wrong with a row. */
    record RowError(long line, String field, String code, String message) {}

    @PostMapping("/api/places")
    LoadReport places(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String validFrom,
            Ask ask)
            throws IOException {
        return load(ReferenceKind.PLACE, file, validFrom, ask);
    }

    @PostMapping("/api/units")
    LoadReport units(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String validFrom,
            Ask ask)
            throws IOException {
        return load(ReferenceKind.UNIT, file, validFrom, ask);
    }

    @PostMapping("/api/categories")
    LoadReport categories(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String validFrom,
            Ask ask)
            throws IOException {
        return load(ReferenceKind.CATEGORY, file, validFrom, ask);
    }

    @PostMapping("/api/officers")
    LoadReport officers(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String validFrom,
            Ask ask)
            throws IOException {
        return load(ReferenceKind.OFFICER, file, validFrom, ask);
    }

    private LoadReport load(ReferenceKind kind, @Nullable MultipartFile file, @Nullable String validFrom, Ask ask)
            throws IOException {
        if (!ask.actor().is(Role.ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
        if (file == null) {
            throw new Malformed(FieldProblem.of("file", "REQUIRED"));
        }
        var from = date(validFrom);
        try (var table = file.getInputStream()) {
            return loading.load(kind, table, from);
        } catch (UnreadableLedger unreadable) {
            throw new Malformed(FieldProblem.of("file", unreadable.reason().name()));
        }
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Times.day(text);
        } catch (DateTimeException e) {
            throw new Malformed(FieldProblem.of("validFrom", "NOT_A_DATE"));
        }
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedLoad refused, Locale locale) {
        var problem = problems.problem(HttpStatus.BAD_REQUEST, "MALFORMED", locale);
        problem.setProperty("errors", errors(refused, locale));
        return problem;
    }

    private List<RowError> errors(RefusedLoad refused, Locale locale) {
        return refused.faults().stream().map(fault -> error(fault, locale)).toList();
    }

    private RowError error(RowFault fault, Locale locale) {
        var code = fault.code().name();
        var message = messages.getMessage("row." + code, null, code, locale);
        return new RowError(fault.line(), fault.field(), code, String.valueOf(message));
    }
}
