package io.doorstep.standalone.wiring;

import io.doorstep.query.asof.Book;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/**
 * 两个服务。 Which of the two services run in this process: {@code doorstep.services} is {@code command}, {@code query}, or both, as it is
 * when nothing is said (docs/decisions/0047).
 */
@Configuration
class Services {

    @Configuration
    @Conditional(ServiceCondition.Command.class)
    @ComponentScan("io.doorstep.command")
    @ComponentScan(
            basePackages = "io.doorstep.query",
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.ANNOTATION, classes = Book.class))
    static class Command {}

    @Configuration
    @Conditional(ServiceCondition.Query.class)
    @ComponentScan("io.doorstep.query")
    static class Query {}
}
