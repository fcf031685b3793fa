package io.doorstep.benchmark;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * 一件案件的一生。 What is said in one case, the same amount for every contestant.
 *
 * @param seed from which the words of each step follow
 */
public record Life(UUID id, int seed) {
    /** Two hundred characters are six hundred bytes of UTF-8. */
    private static final int CHARACTERS = 200;

    private static final String WORDS = "信访人反映其承包地在道路扩建中被占用面积与公示不符补偿款至今未发放多次到村委会询问未得到明确答复"
            + "请求有关部门核实丈量结果依法补足差额并说明补偿标准的依据经办人已联系当事人到现场查看走访邻里调取档案"
            + "核对台账认为反映情况基本属实拟按程序转交责任单位限期办理并向当事人书面答复同时做好解释疏导工作";

    public static Life random() {
        return new Life(UUID.randomUUID(), ThreadLocalRandom.current().nextInt(1 << 20));
    }

    public String words(Step step) {
        var words = new StringBuilder(CHARACTERS);
        var at = seed + step.before() * 31;
        while (words.length() < CHARACTERS) {
            words.append(WORDS.charAt(Math.floorMod(at++, WORDS.length())));
        }
        return words.toString();
    }
}
