package io.doorstep.store;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** 事实的文字形式。 The JSON in which facts, metadata and tokens are kept; independent of how the web speaks. */
public final class FactSerializer {

    private FactSerializer() {}

    public static Serializer create() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                        // without it a processor that was reset cannot read its own token (AxonFramework#4160)
                        .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build()))
                .build();
    }
}
