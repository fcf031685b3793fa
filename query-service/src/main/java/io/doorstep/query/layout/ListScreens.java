package io.doorstep.query.layout;

import io.doorstep.policy.Deadlines;
import io.doorstep.reference.ReferenceData;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** 清单网页。 What the pages of the three lists have in common: reading the browser's request, and what stands round the lines. */
public final class ListScreens {

    /** Most lines on paper; a list that is longer says so. */
    public static final int MOST_ON_PAPER = 1000;

    /** Lines that are counted before a page is shown; of longer lists the number comes a moment later. */
    public static final long COUNTED_AT_ONCE = 1000;

    private final ListRequests requests;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;
    private final ZoneId zone;

    public ListScreens(
            ListRequests requests, ReferenceData reference, Deadlines deadlines, Clock clock, ZoneId officeZone) {
        this.requests = requests;
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
        this.zone = officeZone;
    }

    /** What is asked of a list, as the interface for programs would have it. */
    public MultiValueMap<String, String> asked(MultiValueMap<String, String> sent) {
        return ScreenRequest.read(sent, deadlines.day(clock.instant()), zone);
    }

    /** One page of the list; puts address and choices of its filters into the model. */
    public ListQuestion page(
            MultiValueMap<String, String> sent, String name, List<Sort> sorts, Set<String> others, Model model) {
        return page(sent, "/lists/" + name, name, sorts, others, model);
    }

    /** The same for a list with an address of its own. */
    public ListQuestion page(
            MultiValueMap<String, String> sent,
            String path,
            String name,
            List<Sort> sorts,
            Set<String> others,
            Model model) {
        var question = requests.page(asked(sent), name, sorts, others);
        describe(sent, path, name, question, model);
        return question.countedUpTo(COUNTED_AT_ONCE);
    }

    /** What is asked when only the number of lines is wanted. */
    public ListQuestion total(MultiValueMap<String, String> sent, String name, List<Sort> sorts, Set<String> others) {
        return requests.page(asked(sent), name, sorts, others).countedUpTo(Long.MAX_VALUE);
    }

    /** All of the list, for paper. */
    public ListQuestion whole(
            MultiValueMap<String, String> sent, String name, List<Sort> sorts, Set<String> others, Model model) {
        var question = requests.whole(asked(sent), name, sorts, others);
        describe(sent, "/lists/" + name, name, question, model);
        return question;
    }

    /** The template, or the part of it that htmx asked for: the lines that follow, or the whole table. */
    public static String view(String template, @Nullable String part) {
        if (part == null) {
            return template;
        }
        return template + (part.equals("more") ? " :: more" : " :: lines");
    }

    /** Puts the lines that fit on paper into the model, and how many do not. */
    public static <T> void onPaper(Stream<T> lines, Model model) {
        var kept = new ArrayList<T>();
        var left = new AtomicLong();
        lines.forEach(line -> {
            if (kept.size() < MOST_ON_PAPER) {
                kept.add(line);
            } else {
                left.incrementAndGet();
            }
        });
        model.addAttribute("lines", kept);
        model.addAttribute("leftOut", left.get());
    }

    private void describe(
            MultiValueMap<String, String> sent, String path, String name, ListQuestion question, Model model) {
        var asked = ListAddress.withoutBlanks(sent);
        model.addAttribute("list", new ListAddress(path, asked, asked(sent), question.sort()));
        model.addAttribute("listName", name);
        model.addAttribute("countedAtOnce", COUNTED_AT_ONCE);
        model.addAttribute(
                "choices", ListChoices.on(deadlines.day(question.moment().now()), reference));
        model.addAttribute("moment", question.moment());
    }
}
