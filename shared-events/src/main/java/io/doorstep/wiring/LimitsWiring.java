package io.doorstep.wiring;

import io.doorstep.identity.SecurityProblems;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.limits.Limits;
import io.doorstep.limits.Meter;
import io.doorstep.limits.PaceFilter;
import io.doorstep.limits.RefusalLog;
import io.doorstep.limits.Room;
import io.doorstep.limits.RoomFilter;
import io.doorstep.limits.UploadFilter;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

/** What one account, or one address, may ask of this node. */
@Configuration
@ConditionalOnWebApplication
class LimitsWiring {

    /** Not beans each, or else they would stand before the sign-in, too. */
    @Bean
    Limits limits(
            Clock clock,
            SecurityProblems problems,
            SecurityLog log,
            @Value("${doorstep.limits.share:1}") double share) {
        var meter = new Meter(clock);
        return new Limits(
                new RefusalLog(meter, log),
                new PaceFilter(meter, share, problems, log),
                new UploadFilter(problems, Runtime.getRuntime().maxMemory()));
    }

    /** Before the sign-in: the sessions and the log of it are written, too. */
    @Bean
    FilterRegistrationBean<RoomFilter> roomFilter(
            SecurityProblems problems,
            @Value("${doorstep.data:data}") String data,
            @Value("${doorstep.disk.reserve:200MB}") DataSize reserve) {
        var registration =
                new FilterRegistrationBean<>(new RoomFilter(new Room(Path.of(data), reserve.toBytes()), problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return registration;
    }
}
