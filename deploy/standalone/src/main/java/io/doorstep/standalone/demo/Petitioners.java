package io.doorstep.standalone.demo;

import io.doorstep.command.cases.values.Person;
import io.doorstep.vault.Private;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Petitioners whom nobody can take for real: 张某甲, with telephone numbers that no exchange gives out. */
final class Petitioners {
    private static final String SURNAMES = "张王李刘陈杨黄赵周吴徐孙马朱胡林郭何高罗";
    private static final String GIVEN = "甲乙丙丁戊己庚辛壬癸";

    private Petitioners() {}

    static List<Person> of(int number, int count, Village village, Random dice) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var surname = SURNAMES.charAt(dice.nextInt(SURNAMES.length()));
                    var given = GIVEN.charAt(dice.nextInt(GIVEN.length()));
                    return new Person(
                            UUID.nameUUIDFromBytes(("person " + number + " " + i).getBytes(StandardCharsets.UTF_8)),
                            new Private(surname + "某" + given),
                            // 100 begins no number: 100-0000-0000 and on
                            new Private(String.format(Locale.ROOT, "1000%07d", number * 10 + i)),
                            null,
                            new Private(village.name() + "（虚构住址）"));
                })
                .toList();
    }
}
