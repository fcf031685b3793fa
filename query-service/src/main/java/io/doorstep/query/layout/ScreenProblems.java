package io.doorstep.query.layout;

import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import io.doorstep.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says no on a page, in the frame and in words; the interface for programs has {@code Problems} for that. */
@ControllerAdvice(annotations = Screen.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ScreenProblems {

    private final MessageSource messages;
    private final ScreenModel model;

    ScreenProblems(MessageSource messages, ScreenModel model) {
        this.messages = messages;
        this.model = model;
    }

    /** One line of what is wrong. */
    record Fault(String field, String message) {}

    @ExceptionHandler
    ModelAndView malformed(
            Malformed malformed, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        var faults = malformed.problems().stream()
                .map(problem -> new Fault(problem.field(), words(problem, locale)))
                .toList();
        return page(400, "MALFORMED", faults, request, response, locale);
    }

    @ExceptionHandler
    ModelAndView refused(Named refused, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return page(refused.status().value(), refused.code(), List.of(), request, response, locale);
    }

    @ExceptionHandler
    ModelAndView notNow(
            ErrorResponseException refused, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        var status = refused.getStatusCode();
        return page(
                status.value(),
                status.value() == 503 ? "SERVICE_UNAVAILABLE" : "BAD_REQUEST",
                List.of(),
                request,
                response,
                locale);
    }

    /** The frame itself is made of what the database says: the words for this are written without it. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    void leaveToLastResort(RuntimeException away) {
        throw away;
    }

    private ModelAndView page(
            int status,
            String code,
            List<Fault> faults,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var page = new ModelAndView("layout/refusal", HttpStatusCode.valueOf(status));
        if (status == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Problems.SHORTLY);
        }
        page.addObject("frame", model.frame(request, locale));
        page.addObject("say", model.say(locale));
        page.addObject("code", code);
        page.addObject("reason", messages.getMessage("refusal." + code, null, code, locale));
        page.addObject("faults", faults);
        return page;
    }

    private String words(FieldProblem problem, Locale locale) {
        return String.valueOf(messages.getMessage(
                "field." + problem.code(), problem.arguments().toArray(), problem.code(), locale));
    }
}
