package io.doorstep.reference.loading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** 栏目。 A column and the headings it is known by; the first one is its name in fault reports. */
enum Field {
    KEY("code", "id", "编码", "代码", "编号", "账号", "区划代码", "分类代码", "单位代码"),
    NAME("name", "名称", "姓名", "单位名称", "区划名称", "分类名称"),
    LEVEL("level", "级别", "层级"),
    PARENT("parent", "上级", "上级编码", "上级代码"),
    PLACE("place", "区划", "所在区划"),
    UNIT("unit", "单位", "所在单位"),
    HEAD("head", "负责人", "是否负责人"),
    LAT("lat", "latitude", "纬度"),
    LON("lon", "lng", "longitude", "经度"),
    VALID_FROM("validFrom", "valid_from", "起", "起始日期", "生效日期"),
    VALID_TO("validTo", "valid_to", "止", "截止日期", "失效日期");

    private final String wire;
    /** Between bars, because an enum holds nothing that could be changed. */
    private final String headings;

    Field(String wire, String... others) {
        this.wire = wire;
        this.headings = "|" + wire.toLowerCase(Locale.ROOT) + "|" + String.join("|", others) + "|";
    }

    static Optional<Field> named(String heading) {
        var plain = "|" + heading.strip().toLowerCase(Locale.ROOT) + "|";
        return Arrays.stream(values())
                .filter(field -> field.headings.contains(plain))
                .findFirst();
    }

    String wire() {
        return wire;
    }
}
