package io.doorstep.standalone.demo;

import io.doorstep.command.cases.link.LinkCase;
import io.doorstep.command.cases.merge.MergeCase;
import io.doorstep.command.cases.report.ReportCase;
import io.doorstep.command.cases.report.Settlement;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.cases.values.Person;
import io.doorstep.identity.Actor;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import io.doorstep.terms.LinkKind;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.Stance;
import io.doorstep.vault.Private;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An invented county's year: always the same cases, on days counted back from its end. Nothing happens after the end,
 * so the last weeks' cases stand in every state, some due soon and some overdue.
 */
final class CountyYear {
    private static final long SEED = 430_525;
    private static final int DAYS = 365;
    private static final int CASES = 360;
    private static final Channel[] CHANNELS = {
        Channel.VISIT,
        Channel.VISIT,
        Channel.LETTER,
        Channel.PHONE,
        Channel.ONLINE,
        Channel.HOTLINE,
        Channel.NET_MAILBOX
    };
    private static final Channel[] LOCAL = {Channel.VILLAGE_MEETING, Channel.GRID_PATROL, Channel.SURVEY};

    private final Random dice = new Random(SEED);
    private final List<Matter> matters = Matter.all();
    private final List<Village> villages;
    private final OfficeHours hours;
    private final Instant end;
    private final List<Story> stories = new ArrayList<>();

    private CountyYear(List<Village> villages, OfficeHours hours, Instant end) {
        this.villages = villages;
        this.hours = hours;
        this.end = end;
    }

    /** All that happens until the end, in the order in which it happens. */
    static List<Step> until(Instant end, List<Village> villages, OfficeHours hours) {
        var year = new CountyYear(villages, hours, end);
        for (var number = 0; number < CASES; number++) {
            year.tell(number);
        }
        return year.stories.stream()
                .flatMap(story -> story.steps().stream())
                .filter(step -> step.when().isBefore(end))
                .sorted(Comparator.comparing(Step::when))
                .toList();
    }

    private void tell(int number) {
        var day = hours.day(end).minusDays(DAYS - (long) number * DAYS / CASES);
        switch (number % 40) {
            case 0, 7, 14, 21, 28, 35 -> local(number, day);
            case 3, 17, 31 ->
                tell(number, hours.noMeetingWeekOf(day, dice), Channel.NO_MEETING_WEEK, Plots::settledAtTheDoor);
            case 5 -> tell(number, day, Channel.LETTER, Plots::extended);
            case 25 -> tell(number, day, Channel.VISIT, Plots::extended);
            case 9, 29 -> tell(number, day, Channel.VISIT, Plots::notConfirmed);
            case 11 -> tell(number, day, Channel.HOTLINE, Plots::sentToTheWrongUnit);
            case 12 -> tell(number, day, Channel.PHONE, Plots::returnRefused);
            case 13 -> tell(number, day, Channel.LETTER, Plots::declined);
            case 15 -> tell(number, day, Channel.ONLINE, Plots::diverted);
            case 18 -> tell(number, day, Channel.PHONE, Plots::withdrawn);
            case 19 -> tell(number, day, Channel.VISIT, Plots::voided);
            case 20 -> tell(number, day, Channel.VISIT, Plots::joint);
            case 22 -> tell(number, day, Channel.VISIT, Plots::reopenedOnRequest);
            case 23, 37 -> tell(number, day, Channel.VISIT, Plots::slow);
            case 24 -> tell(number, day, Channel.VISIT, Plots::stuck);
            case 26 -> tell(number, day, Channel.LETTER, Plots::appealed);
            case 30 -> again(number, day, LinkKind.REPEAT_OF);
            case 38 -> tell(number, day, Channel.ONLINE, number > CASES - 80 ? Plots::leftLying : Plots::ordinary);
            case 33 -> merged(number, day);
            default -> tell(number, day, CHANNELS[dice.nextInt(CHANNELS.length)], Plots::ordinary);
        }
    }

    private void tell(int number, LocalDate day, Channel channel, Consumer<Story> plot) {
        var story = begin(
                number, day, matters.get(dice.nextInt(matters.size())), villages.get(dice.nextInt(villages.size())));
        var joint = number % 40 == 20;
        var people = Petitioners.of(number, joint ? 5 : 1 + dice.nextInt(2), story.village, dice);
        report(story, channel, Cast.OFFICER, people, joint ? 6 + dice.nextInt(40) : people.size(), null);
        plot.accept(story);
    }

    /** Disputes and village issues that were settled where they came up. */
    private void local(int number, LocalDate day) {
        var fitting = matters.stream()
                .filter(matter -> matter.kind() == CaseKind.DISPUTE || matter.kind() == CaseKind.VILLAGE_ISSUE)
                .toList();
        var matter = fitting.get(dice.nextInt(fitting.size()));
        var story = begin(number, day, matter, villages.get(dice.nextInt(villages.size())));
        var settled = new Settlement(
                matter.kind() == CaseKind.DISPUTE ? ResolutionOutcome.MEDIATED : ResolutionOutcome.SUPPORTED,
                new Private(matter.remedy()),
                new Private("双方当场确认，现场记录在卷。"),
                Stance.ACCEPTS,
                null,
                null);
        report(
                story,
                LOCAL[dice.nextInt(LOCAL.length)],
                Cast.visitorOf(story.village.code()),
                Petitioners.of(number, 1, story.village, dice),
                1,
                settled);
        Plots.settledOnTheSpot(story, matter.kind() != CaseKind.DISPUTE);
    }

    /** Somebody comes again about the same matter; an officer decides that it is the same. */
    private void again(int number, LocalDate day, LinkKind link) {
        var first = earlier(number);
        var story = begin(number, day, first.matter, first.village);
        report(story, Channel.VISIT, Cast.OFFICER, Petitioners.of(numberOf(first), 1, first.village, dice), 1, null);
        story.does(Cast.OFFICER, when -> new LinkCase(story.id, when, first.id, link, new Private("同一信访人反映同一事项。")));
        Plots.ordinary(story);
    }

    private void merged(int number, LocalDate day) {
        var first = stories.get(number - 1);
        var story = begin(number, day, first.matter, first.village);
        report(story, Channel.HOTLINE, Cast.OFFICER, Petitioners.of(number, 1, first.village, dice), 1, null);
        story.after(1, 3)
                .does(Cast.DISPATCHER, when -> new MergeCase(story.id, when, first.id, new Private("同一事项，并案办理。")));
    }

    private Story earlier(int number) {
        return stories.get(Math.max(0, number - 25));
    }

    private int numberOf(Story story) {
        return stories.indexOf(story);
    }

    private Story begin(int number, LocalDate day, Matter matter, Village village) {
        var id = new CaseId(UUID.nameUUIDFromBytes(("demo case " + number).getBytes(StandardCharsets.UTF_8)));
        var story = new Story(id, matter, village, hours.on(day, dice), hours, new Random(SEED + number));
        stories.add(story);
        return story;
    }

    private static void report(
            Story story, Channel channel, Actor who, List<Person> people, int partySize, @Nullable Settlement settled) {
        var matter = story.matter;
        var accused = matter.kind() == CaseKind.ACCUSATION ? List.of("u-housing") : List.<String>of();
        story.does(
                who,
                when -> new ReportCase(
                        story.id,
                        when,
                        matter.kind(),
                        channel,
                        matter.category(),
                        story.village.code(),
                        matter.title().replace("{v}", story.village.name()),
                        new Private(matter.statement()),
                        people,
                        partySize,
                        accused,
                        settled));
    }
}
