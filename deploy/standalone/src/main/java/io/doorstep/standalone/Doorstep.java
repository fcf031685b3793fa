package io.doorstep.standalone;

import io.doorstep.standalone.commands.Commands;
import io.doorstep.standalone.status.EditionCommand;
import io.doorstep.standalone.status.Status;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** 入口。 Starts the whole product at http://localhost:8080, or one of its two services ({@code doorstep.services}), or does what the first word says ({@link Commands}). */
@SpringBootApplication(scanBasePackages = {"io.doorstep.wiring", "io.doorstep.standalone"})
@EnableScheduling
public class Doorstep {
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("status")) {
            System.exit(Status.run(System.out, System.getenv(), arguments));
        }
        if (arguments.length > 0 && EditionCommand.isOne(arguments[0])) {
            System.exit(EditionCommand.run(System.out, System.getenv(), arguments));
        }
        if (Commands.isOne(arguments)) {
            System.exit(Commands.run(System.out, arguments));
        }
        SpringApplication.run(Doorstep.class, arguments);
    }
}
