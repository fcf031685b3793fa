package io.doorstep.command.cases.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.command.cases.values.NeutralTitle;
import io.doorstep.vault.Private;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeutralTitleTest {

    private static final List<Private> PEOPLE =
            List.of(new Private("欧阳建国"), new Private("13900001234"), new Private("43052519900101003x"));

    @Test
    void a_title_that_says_who_brings_the_matter_is_found_and_can_be_masked() {
        assertThat(NeutralTitle.names("欧阳建国家的宅基地", PEOPLE)).isTrue();
        assertThat(NeutralTitle.names("请回电13900001234", PEOPLE)).isTrue();
        assertThat(NeutralTitle.names("宅基地边界纠纷", PEOPLE)).isFalse();
        assertThat(NeutralTitle.without("欧阳建国反映，电话13900001234", PEOPLE)).isEqualTo("欧某反映，电话****");
        assertThat(NeutralTitle.without("宅基地边界纠纷", PEOPLE)).isEqualTo("宅基地边界纠纷");
    }

    @Test
    void what_names_nobody_may_stand_there() {
        assertThat(NeutralTitle.names("群众反映噪声", List.of(new Private("群众"), new Private("王"))))
                .isFalse();
    }
}
